"""Who is meant by a name, a body or a role noun: classes of speakers, as lists that can be read and corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SPEAKER_CLASSES = (
    "bolshevik",
    "soviet_body",
    "rank_and_file",
    "left_sr",
    "moderate_socialist",
    "provisional_government",
    "command",
    "liberal_right",
    "national_movement",
    "foreign",
    "author_text",
    "unknown",
)
"""Whose words a quotation gives, as this text presents them; ``author_text`` is a word that the text itself marks."""

SIDES = {
    "bolshevik": "bolshevik",
    "worker": "rank_and_file",
    "soldier": "rank_and_file",
    "sailor": "rank_and_file",
    "left_sr": "left_sr",
    "menshevik": "moderate_socialist",
    "menshevik_internationalist": "moderate_socialist",
    "sr": "moderate_socialist",
    "provisional_government": "provisional_government",
    "officer": "command",
    "cossack": "command",
    "constitutional_democrat": "liberal_right",
    "monarchist": "liberal_right",
    "national_movement": "national_movement",
    "foreign": "foreign",
}
"""``side_in_book`` of the table ``people`` → class of speaker."""

PERSONS = {
    "muravyev": "soviet_body",
    "walden": "soviet_body",
    "berzin": "soviet_body",
    "kamenshchikov": "bolshevik",
    "medvedev": "soviet_body",
    "hordikainen": "rank_and_file",
    "stashkov": "rank_and_file",
    "krylov": "rank_and_file",
    "andreyev-boy": "rank_and_file",
    "peshekhonov": "moderate_socialist",
    "tchaikovsky": "moderate_socialist",
    "isayev": "moderate_socialist",
    "volsky": "moderate_socialist",
    "krushinsky": "moderate_socialist",
    "planson": "moderate_socialist",
    "wompe": "moderate_socialist",
    "posnikov": "moderate_socialist",
    "dickhof-derenthal": "liberal_right",
    "kondratyev": "liberal_right",
    "rodzyanko": "liberal_right",
    "ryabushinsky": "liberal_right",
    "gagarin": "provisional_government",
    "stackelberg": "provisional_government",
}
"""People whose part in the telling differs from the side of their row, or whose side is "other"."""

BODY_KINDS = {
    "soviet": "soviet_body",
    "mrc": "soviet_body",
    "congress": "soviet_body",
    "party_committee": "bolshevik",
    "red_guard": "rank_and_file",
    "factory_committee": "rank_and_file",
    "garrison": "rank_and_file",
    "regiment": "rank_and_file",
    "union": "rank_and_file",
    "duma": "moderate_socialist",
    "committee_of_safety": "moderate_socialist",
    "government": "provisional_government",
    "army_command": "command",
    "school": "command",
    "national_body": "national_movement",
    "newspaper": "liberal_right",
}
"""Kind of the table ``organisations`` → class, where ``BODIES`` doesn't say otherwise."""


def _all(ids: str, speaker: str) -> dict[str, str]:
    return dict.fromkeys(ids.split(), speaker)


BODIES: Mapping[str, str] = {
    **_all(
        (
            "bolshevik-party latvian-social-democrats caucasian-bolshevik-congress sixth-party-congress april-conference rabochy-put"
            " pravda soldat rabochy-i-soldat soldatskaya-pravda-petrograd derevenskaya-bednota sotsial-demokrat-moscow uralskaya-pravda"
            " uralsky-rabochy sibirskaya-pravda krasnoyarsky-rabochy rabochaya-sibir proletary-kharkov prikubanskaya-pravda zvezda-minsk"
            " molot burevestnik okopnaya-pravda brivais-strelnieks bakinsky-rabochy kavkazsky-rabochy borba nashe-znamya nasha-gazeta"
        ),
        "bolshevik",
    ),
    **_all(
        (
            "menshevik-party menshevik-cc menshevik-internationalists united-internationalists unionists sr-party sr-cc popular-socialists"
            " trudoviks bund pre-parliament democratic-conference all-army-committee vikzhel vikzhel-moscow-bureau post-telegraph-union"
            " navy-cec rumanian-front-congress rabochaya-gazeta novaya-zhizn dyelo-naroda volya-naroda yedinstvo vperyod-moscow"
            " rabocheye-dyelo izvestia-cec izvestia-peasants first-congress front-group sixth-army-committee twelfth-army-committee"
            " cec peasants-soviet-executive south-western-front-committee western-front-committee rumanian-front-committee"
            " northern-front-committee"
        ),
        "moderate_socialist",
    ),
    "left-srs": "left_sr",
    **_all(
        (
            "council-of-peoples-commissars soviet-government supreme-economic-council foreign-commissariat nationalities-commissariat"
            " food-commissariat finance-commissariat education-commissariat extraordinary-commission baltic-fleet-cc first-army-committee"
            " second-army-committee tenth-army-committee third-army-committee"
        ),
        "soviet_body",
    ),
    **_all("cossack-council officers-deputies-moscow st-george-union moscow-cadets", "command"),
    **_all(
        (
            "constitutional-democrats constitutional-democrat-cc black-hundreds state-duma council-of-state conference-of-public-men"
            " union-of-unions working-intelligentsia-soviet judges-union bank-clerks-union credit-employees-union manufacturers-association"
            " terek-oil-owners regeneration-league moscow-state-conference union-of-cities-congress"
        ),
        "liberal_right",
    ),
    **_all("dashnaktsutyun mussavat kuban-government ukrainian-srs ingush-cossack-congress", "national_movement"),
    **_all("american-slp german-government german-army allied-missions", "foreign"),
    **_all("maximalists anarchists constituent-assembly moscow-conciliation-committee", "unknown"),
}
"""Bodies whose class their kind doesn't tell, by id of the table ``organisations``."""

PARTY_WORDS = (("Bolshevik", "bolshevik"), ("Menshevik", "moderate_socialist"), ("Party", "bolshevik"))


def class_of_person(row: Mapping[str, Any]) -> str:
    """Class of a row of the table ``people``; "unknown" where neither its side nor ``PERSONS`` tells."""
    return PERSONS.get(str(row["id"])) or SIDES.get(str(row["side_in_book"]), "unknown")


def class_of_body(row: Mapping[str, Any]) -> str:
    """Class of a row of the table ``organisations``: by id, else by a party's name, else by kind."""
    known = BODIES.get(str(row["id"]))
    if known:
        return known
    if row["kind"] == "congress":
        by_party = [speaker for word, speaker in PARTY_WORDS if word in str(row["name"])]
        if by_party:
            return by_party[0]
    return BODY_KINDS.get(str(row["kind"]), "unknown")
