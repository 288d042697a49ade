"""``python -m helpers …``"""

import sys

from helpers.commands import main

sys.exit(main())
