"""Role nouns and bodies that are no names: what they are called, whose class they speak for, and who acts when they act.

Earlier rows win where two fit at one place. An empty class is a relational noun: "the representative of …" has the class of what follows.
"""

from __future__ import annotations

import re

ROLE_NOUNS: tuple[tuple[str, str, str, str], ...] = (
    ("left_sr", "left_srs", "plural", r"“?Left”? Socialist[- ]Revolutionar(?:ies|y)(?: group)?|“Lefts”"),
    (
        "moderate_socialist", "moderates", "body",
        r"(?:compromising|Menshevik|Socialist-Revolutionary|former"
        r"|old) (?:All-Russian )?(?:Central )?Executive Committee(?: of (?:the )?Soviets?)?",
    ),
    (
        "moderate_socialist", "moderates", "body",
        r"Central Committee of the (?:Menshevik|Socialist-Revolutionary)\w{0,8}(?: Party| Parties| parties)?",
    ),
    ("liberal_right", "propertied", "body", r"Central Committee of the Constitutional Democratic Party"),
    ("soviet_body", "soviet", "body", r"All-Russian Central Executive Committee(?: of (?:the )?Soviets?)?"),
    ("moderate_socialist", "moderates", "body", r"Central Executive Committee(?: of (?:the )?Soviets?)?"),
    (
        "soviet_body", "soviet", "body",
        r"(?:Military |Naval |Provincial )?Revolutionary (?:Naval )?(?:Committees?|Staff|Tribunal)"
        r"|Council of Peoples?[’'] ?s? ?Commissars",
    ),
    (
        "soviet_body", "government_soviet", "plural",
        r"People[’']s Commissar(?:s|iats?)?|Soviet [Gg]overnment|[Ww]orkers[’'] and [Pp]easants[’'] [Gg]overnment",
    ),
    (
        "moderate_socialist", "moderates", "body",
        r"“?Committees? (?:of|for) (?:the )?(?:Public Safety"
        r"|Salvation)(?: of the (?:Country and (?:the )?)?Revolution)?[,.]?”?",
    ),
    (
        "moderate_socialist", "moderates", "body",
        r"Railwaym[ae]n[’']s (?:Executive|Union)|Vikzhel|City (?:Duma|Council)|Duma|Pre-?parliament"
        r"|Council of the Republic|All-Army Committee",
    ),
    (
        "moderate_socialist", "moderates", "body",
        r"(?:Corps and |Front and )?(?:Army|Front|Corps) Committees?(?: of the \w+ Army)?|Land Committees?",
    ),
    (
        "bolshevik", "party", "body",
        r"Central Committee(?: of (?:the |our )?(?:Bolshevik )?Party)?|Party (?:Centres?|Committees?"
        r"|organisations?|group)|R\. ?S\. ?D\. ?L\. ?P\.|[Oo]ur Party|the Party",
    ),
    (
        "bolshevik", "party", "plural",
        r"(?:Moscow |Petrograd |local )?Bolsheviks|Bolsheviki|Kamenevites|Leninists",
    ),
    (
        "bolshevik", "party", "single",
        r"Bolshevik(?: \w{1,24})?(?: named [A-Z]\w{1,24})?|Comrade [A-Z][\w’'-]{1,30}",
    ),
    (
        "moderate_socialist", "moderates", "plural",
        r"Mensheviks|Mensheviki|(?:Right |Centrist )?Socialist[- ]Revolutionaries|compromisers|conciliators"
        r"|Defencists|Internationalists|petty bourgeois|Councillors|Unionists|Bundists",
    ),
    (
        "moderate_socialist", "moderates", "single",
        r"Menshevik(?:-Internationalist)?|(?:Right )?Socialist[- ]Revolutionary|Mayor|Councillor|compromiser"
        r"|Trudovik",
    ),
    (
        "provisional_government", "government", "single",
        r"(?:Supreme|Military|Assistant|Deputy|Vice|Uyezd|Gubernia|Regional|[Gg]overnment)[ -]Commissar"
        r"|Commissar of (?:the|this) (?:\w{1,24}[ -]){0,4}(?:[Ff]ront|Supreme (?:High )?Command"
        r"|Provisional Government|Central Executive Committee|Military Area)",
    ),
    (
        "soviet_body", "soviet", "body",
        r"Congress(?:es)?(?: of (?:the )?Soviets?)?|(?:District |City |Gubernia |Regional )?Executive Committee"
        r"|(?:[A-Z][\w-]{1,24} )?Soviets?(?: of (?:(?:Workers|Soldiers|Peasants|Sailors|Landless|Cossacks"
        r"|and)[’',]{0,2} ?){1,6} ?Deputies)?",
    ),
    ("soviet_body", "soviet", "single", r"Commissars?|chairman of the Congress"),
    ("national_movement", "nationals", "body", r"(?:Central |Ukrainian ){0,2}Rada|(?:bourgeois )?[Nn]ationalists"),
    ("liberal_right", "propertied", "plural", r"(?:government |bank |civil )officials|civil servants"),
    (
        "rank_and_file", "red_guard", "single",
        r"(?:[Cc]ommander|[Cc]hief of [Ss]taff) of the (?:revolutionary|Red Guard|Dvinsks|“Dvinsks”"
        r"|workers)\w{0,6}",
    ),
    (
        "provisional_government", "government", "body",
        r"Provisional Government|Kerensky government|Cabinet|Ministr(?:y|ies)|Ministers|ministers|(?:bourgeois "
        r"|coalition )?government",
    ),
    ("provisional_government", "government", "single", r"(?:Deputy |ex-|Vice-|Acting ){0,2}(?:Prime )?Minister|Premier"),
    (
        "command", "command", "plural",
        r"(?:army |staff |Cossack )?officers|generals|Generals|commanders|cadets|yunkers|Whites|Whiteguards"
        r"|shock troops|Kornilovites|Tekinsks",
    ),
    (
        "command", "command", "body",
        r"(?:[A-Z][\w-]{1,24} ){0,4}Headquarters|General Staff|High Command|Supreme Command|[Cc]ommand of the"
        r"|Staff of the|Staff|counter-revolutionaries",
    ),
    (
        "command", "command", "single",
        r"(?:Lieutenant|Major|Adjutant|Quartermaster)-General|Lieutenant-Colonel|(?:Supreme )?Commander-in-Chief"
        r"|Chief of Staff|Divisional Commander|Corps Commander",
    ),
    (
        "command", "command", "single",
        r"General(?= [A-Z])|[Tt]he General|Colonel|(?:Sub-|Senior )?Lieutenant|Captain|Ataman|(?:army |staff "
        r"|Cossack |an |One of the )?officer|commandant|commander|cadet|Adjutant|adjutant",
    ),
    ("rank_and_file", "red_guard", "plural", r"Red Guards?(?:s?m[ae]n)?"),
    (
        "rank_and_file", "workers", "body",
        r"(?:factory|strike|works|Factory|Strike) committees?|trade unions?|Trade Unions?"
        r"|(?:[A-Z][\w-]{1,24} ){1,4}(?:Works|Plant|Mills?|Factory)",
    ),
    (
        "rank_and_file", "workers", "plural",
        r"(?:\w{1,24}-)?workers|working (?:men|women|people)|workmen|railwaymen|miners|employees|working-class",
    ),
    (
        "rank_and_file", "workers", "single",
        r"(?:woman |factory )?worker|workman|conductress|engine-driver|militiaman|doorkeeper",
    ),
    (
        "rank_and_file", "soldiers", "body",
        r"(?:Regimental|Company|Battalion|Battery|Divisional|Brigade|Command) Committees?"
        r"|(?:[A-Z0-9][\w-]{1,24} ){1,4}(?:Regiment|Battalion|Brigade|Rifles|Detachment|Crew)|garrison",
    ),
    (
        "rank_and_file", "soldiers", "plural",
        r"soldiers|sailors|privates|Cossacks|Letts|cyclists|gunners|artillerymen|troops|marines|the men|The men"
        r"|men of the",
    ),
    ("rank_and_file", "soldiers", "single", r"soldier|sailor|private|cyclist|artilleryman|Cossack|machine-gunner"),
    ("rank_and_file", "peasants", "plural", r"peasants|peasantry|villagers|delegates[’'] benches"),
    ("rank_and_file", "peasants", "single", r"peasant"),
    (
        "rank_and_file", "masses", "body",
        r"masses|people|crowd|proletariat|bystanders|demonstrators|working class|delegates|demonstrations?"
        r"|inhabitants",
    ),
    (
        "liberal_right", "propertied", "plural",
        r"[Ss]cribes|Constitutional Democrats?|Cadets|bourgeoisie|landlords|capitalists|industrialists|employers"
        r"|kulaks|monarchists|Black Hundreds?|saboteurs|(?:government )?officials|bourgeois (?:press|newspapers?)",
    ),
    (
        "liberal_right", "propertied", "single",
        r"(?:Prince|Count|Countess|Princess|Baron)(?= [A-Z])|landlord|capitalist|kulak|monarchist|Whiteguard",
    ),
    (
        "foreign", "foreign", "single",
        r"(?:British |French |American |United States |Italian )?(?:Ambassador|Attaché)|Allied (?:missions|Powers"
        r"|[Gg]overnments)|Embassy",
    ),
    ("foreign", "foreign", "single", r"Marx(?: and Engels)?|Engels|Danton|Thiers"),
    (
        "", "", "body",
        r"[Cc]ommittee|[Cc]onference|[Mm]eeting|Council|[Uu]nion|[Bb]ureau|Executive|[Cc]ommission|presidium"
        r"|Presidium",
    ),
    (
        "", "", "document",
        r"(?:[Rr]esolution|[Tt]elegram|[Oo]rder|[Mm]anifesto|[Ll]etter|[Aa]rticle|[Dd]ecree|[Dd]eclaration"
        r"|[Dd]ispatch|[Mm]essage|[Ss]tatement|[Aa]ppeal|[Pp]roclamation|[Nn]ote|[Rr]eport|[Mm]emorandum"
        r"|[Dd]ecision|[Cc]ommuniqué|[Aa]greement|[Ii]nstruction|[Cc]ircular|[Dd]ocument|[Pp]amphlet|[Nn]ewspaper"
        r"|[Pp]aper|[Ss]peech|[Mm]otion|[Pp]roposal|[Aa]uthor|[Uu]ltimatum)(?:e?s)?",
    ),
    (
        "", "", "single",
        r"[Rr]epresentatives?|[Dd]elegat(?:es?|ions?)(?= (?:of|from))|[Ss]pokesm[ae]n|[Mm]embers?(?= of)"
        r"|[Ll]eaders?(?= of)|[Cc]hairman|[Oo]rgan(?= of)|[Ss]peaker|[Oo]rator|[Rr]eporter|[Cc]orrespondent(?= of)",
    ),
)  # fmt: skip
"""(class of speaker, class of actor, number, pattern), in the order they are tried."""

VOICES = re.compile(r"\b(?:[Vv]oices?|[Ss]omebody|[Ss]omeone|[Cc]ries|[Ss]houts?)\b")
"""Words for a speaker whom the passage doesn't tell."""
