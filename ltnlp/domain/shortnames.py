"""Short and pet forms of given names."""

_SHORT = {
    "mo": "mohammed mohamed mohammad muhammed mohand moustafa",
    "jan": "johannes johan",
    "piet": "pieter petrus",
    "kees": "cornelis",
    "wim": "willem wilhelmus",
    "bert": "albert lambert hubert gijsbert robbert",
    "hans": "johannes johan",
    "henk": "hendrik",
    "bram": "abraham",
    "bas": "bastiaan sebastiaan",
    "bart": "bartholomeus",
    "toon": "antoon antonius",
    "ton": "antonius antoon anton",
    "theo": "theodorus",
    "mien": "wilhelmina hermien hermina",
    "miep": "maria",
    "bep": "elisabeth",
    "els": "elisabeth",
    "liesbeth": "elisabeth",
    "trui": "geertruida",
    "truus": "geertruida",
    "fatma": "",
    "gert": "gerrit",
    "cor": "cornelis cornelia",
    "ali": "",
    "max": "maximiliaan",
    "lex": "alexander",
    "sander": "alexander",
    "kasia": "katarzyna",
    "gosia": "malgorzata",
    "zosia": "zofia",
    "asia": "joanna",
    "kuba": "jakub",
    "ola": "aleksandra",
    "djai": "djairo",
    "hetty": "hendrika henriette",
    "jet": "henriette",
    "fien": "josefien josefina",
    "trees": "theresia theresa",
    "sjaan": "adriana",
    "sjaak": "jacobus jacob jacques",
    "jaap": "jacobus jacob",
    "joop": "johannes jozef",
    "guus": "augustus gustaaf augustinus",
    "huub": "hubertus hubert",
    "freek": "frederik",
    "rinus": "marinus",
    "aga": "agnieszka",
    "ania": "anna",
    "basia": "barbara",
    "tomek": "tomasz",
    "marysia": "maria",
    "wojtek": "wojciech",
    "piotrek": "piotr",
    "bartek": "bartosz bartlomiej",
    "maciek": "maciej",
    "ibo": "ibrahim",
    "memo": "mehmet",
    "musti": "mustafa",
    "zeyno": "zeynep",
    "simo": "mohamed mohammed",
    "quim": "joaquim",
    "alex": "alexander alexandra",
    "rob": "robert robbert",
    "robbie": "robert robbert",
    "willy": "wilhelmina willem wilhelmus",
    "danny": "daniel",
    "ronnie": "ronald",
    "nick": "nicolaas dominick",
    "klaas": "nicolaas",
    "ben": "benjamin",
    "frits": "frederik",
    "toos": "catharina",
    "bets": "elisabeth",
    "riet": "maria",
    "joke": "johanna",
    "hanneke": "johanna",
    "greet": "margaretha",
    "darek": "dariusz",
    "zbyszek": "zbigniew",
    "krzysiek": "krzysztof",
    "krzys": "krzysztof",
    "jarek": "jaroslaw",
    "slawek": "slawomir",
    "radek": "radoslaw",
    "grzesiek": "grzegorz",
    "jurek": "jerzy",
    "staszek": "stanislaw",
    "tadek": "tadeusz",
    "czarek": "cezary",
    "wiesiek": "wieslaw",
    "przemek": "przemyslaw",
    "mirek": "miroslaw",
    "arek": "arkadiusz",
    "leszek": "lech",
    "ela": "elzbieta",
    "gabrysia": "gabriela",
    "malgosia": "malgorzata",
    "dorotka": "dorota",
    "madzia": "magdalena",
    "sasha": "oleksandr oleksandra aleksandr aleksandra alexander",
    "katya": "kateryna ekaterina",
    "olya": "olha olga",
    "natasha": "nataliia natalya natalia",
    "tanya": "tetiana tatiana tatyana",
    "misha": "mykhailo mikhail mihail",
    "vova": "volodymyr vladimir",
    "dima": "dmytro dmitri dimitar",
    "kolya": "mykola nikolai",
    "lena": "olena elena helena",
    "zhenya": "yevhen yevheniia",
    "sveta": "svitlana svetlana",
    "ira": "iryna irina",
    "yulia": "yuliia",
    "mitko": "dimitar",
    "ivo": "ivaylo",
    "desi": "desislava",
    "deea": "andreea",
    "nelu": "ion",
    "gigi": "gheorghe georgiana",
    "bia": "beatriz",
    "bea": "beatrix beatrijs",
    "trix": "beatrix",
    "trixie": "beatrix",
    "hilly": "hilda hilligje",
    "dina": "berendina hendrina gerardina",
    "lias": "ilias",
    "lub": "lubbert lubbertus",
    "mia": "maria",
    "ria": "maria",
    "mieke": "maria",
    "marietje": "maria",
    "nel": "petronella cornelia",
    "nelly": "petronella cornelia",
    "pietje": "petronella",
    "jos": "johannes jozef",
    "sjef": "jozef josephus",
    "sjeng": "johannes jan",
    "chrit": "christiaan christianus",
    "wiel": "wilhelmus",
    "frens": "frans franciscus",
    "fons": "alfons alphonsus",
    "stef": "stefan stefano",
    "tjeu": "mathieu mattheus",
    "bertus": "albertus lambertus hubertus",
    "gerrie": "gerrit gerarda gerardus",
    "rina": "catharina hendrina",
    "tineke": "catharina martina",
    "bennie": "ben benjamin",
    "ricky": "ricardo richard",
    "luus": "lucia",
    "lotte": "charlotte liselotte",
    "sanne": "susanne susanna",
    "sofie": "sophia",
    "abdoe": "abdullah abdelkader",
    "momo": "mohamed mohammed",
    "zahra": "fatima-zahra fatimazahra",
    "yas": "yassin yassine yasmina",
    "hamoudi": "mohammad ahmad",
}
_DIMINUTIVES = ("etje", "tje", "pje", "je")
_PET_ENDINGS = ("ie", "y", "ke", "ske", "i")
_SHORTEST = 2


def is_short_for(short: str, given: str, *, listed: bool) -> bool:
    """Tell whether a folded name is a short form of a folded given name.

    Args:
        short: the form that may be short.
        given: the given name in full.
        listed: the short form is a given name in its own right; then only what is
            known as a short form counts, for Jan and Janneke are two people.
    """
    if short == given or len(short) < _SHORTEST:
        return False
    if given in _SHORT.get(short, "").split():
        return True
    for ending in _DIMINUTIVES:
        if short.endswith(ending) and short[: -len(ending)] in {given, given + "t"}:
            return True
    if listed:
        return False
    for ending in _PET_ENDINGS:
        stem = short.removesuffix(ending)
        if stem != short and given.startswith((stem, _undoubled(stem))):
            return len(short) > len(ending) + 1
    return given.startswith(short) and len(given) > len(short) + 1


_OTHER_SEX = frozenset(
    "a e i ke je tje ka ina ine neke eke ien in ella etta tien ia er us".split()
)
"""What makes another name of a given name: Jan and Janneke, Daniel and Daniela."""
_SHORTEST_HEAD = 3


def is_head_of(short: str, given: str) -> bool:
    """Tell whether a given name in its own right may be the head of a longer one.

    "Gio" of Giovanca, "Abdi" of Abdirahman: likely where nobody else begins so, never
    sure. What ends as a name of the other sex or a diminutive does is somebody else's.
    """
    if len(short) < _SHORTEST_HEAD or short == given:
        return False
    for ending in ("", *_PET_ENDINGS):
        stem = short.removesuffix(ending) if ending else short
        if (stem != short or not ending) and given.startswith(stem):
            rest = given[len(stem) :]
            return (
                len(stem) >= _SHORTEST_HEAD and len(rest) > 1 and rest not in _OTHER_SEX
            )
    return False


def _undoubled(stem: str) -> str:
    """Return a stem without its doubled last letter: "hill" of "Hilly" → "hil"."""
    return stem[:-1] if len(stem) > _SHORTEST + 1 and stem[-1] == stem[-2] else stem


def heads(short: str, letters: int) -> frozenset[str]:
    """Return how given names begin that a folded name can be a short form of.

    Args:
        short: the form that may be short.
        letters: so many letters of a beginning are told, fewer of a shorter name.
    """
    known = {given[:letters] for given in _SHORT.get(short, "").split()}
    return frozenset({*known, *(short[:n] for n in range(1, letters + 1))})
