"""Breton words brought to one form: penn, benn and fenn are one word, so are ti, tiez and diez.

The rules come from the grammar: initial mutations, plurals, verb endings, and the words that
follow none of them. Closed-class words are kept as they are and dropped from longer queries,
the rule that matters most for precision.
"""

import re
from functools import lru_cache

from portal.search.text import APOSTROPHES, lower, plain, split

# « c’h » is one letter of the alphabet; x is not, and stands for it.
_CH = re.compile(rf"c[{APOSTROPHES}]h")
_VOWEL = re.compile("[aeiouyâêîôûàéèùäëïöü]")
_PERSON = re.compile("(?<=..)(idi|iad)$")
_FUNCTION_WORDS = """
a ac ag ahont al am amañ an anezhañ anezhi anezho araok ar as aze az aveze ba bet betek bez
bezañ vezañ da dam dav de dezhañ dezhi dezho din dindan diouzh dit deomp deoc'h deus dre dreist
e eb ec'h ed eg ek el em en enni eno ennañ enno eñ ent eo eon er es et eta ez etre eus evel
evelse evit evitañ eviti evito evitoc'h forzh gant gantañ ganti ganto ganin ganit ganeomp
ganeoc'h goude ha hag he hec'h hemañ hennezh hep hervez hez hi ho hoc'h hol holl hon hont hor
houmañ hoz int iv ivez kement ken kenañ kentoc'h ket ma mañ mar marteze memes met mez n na nag
ne nebeut neb nemet o oa oamp oan oant oas ob oc'h omp on ouzh out outañ pa paneve pe peb
pegoulz pelec'h penaos pep per perak pere petra peurt pezh piv s se seurt ta tre u ul un ur unan
va vel vez veze vefe vije vo voe viot vimp vin vint war warnañ warni ya zo zoken int'ta
"""
_PLURALS = "eded edoù edou eier ioù iou ien ion où ou ed"
_ENDINGS = """
atoxañ oxañ atox femp fent jemp jent fen fes fex jen jes jex omp ont emp ent imp int out añ iñ at et
al ez it es ex is as in ot fe je ox o
"""

# Whole words only, under any mutation: the head, then its irregular plurals or verb forms.
_IRREGULAR = """
den: tud | bugel: bugale | ki: chas | ezel: izili | ti: tiez tier | yar: yer | dañvad: deñved
breur: breudeur preudeur | buoc'h: saout | benveg: binvioù | mab: mibien | dor: nor | troad: treid
dant: dent | maen: mein | askorn: eskern | arar: erer | kar: kerent | noz: nozioù | kazh: kizhier
oan: ein | marc'h: kezeg mirc'hi | karr: kirri | korn: kern | louarn: lern | manac'h: menec'h
abostol: ebestel | bag: bigi bagier | kastell: kestell kistilli | enez: inizi enezeier
hent: hentoù henchoù | laer: laeron | saoz: saozon | karv: kirvi | park: parkeier
abati: abatioù | studi: studioù | kreizenn: kreizennoù
sevel: sav savet savan savas savo savont saver savit savomp | adsevel: adsavet adsav
kregiñ: krogiñ krog kroget krogas krogo krogont kroger krogit
lakaat: laka lakaet lakae lakaas lakaio lakait lakaer lakaont lakaomp laket
gelver: galv galvet galvont galver galvas | gervel: galv | envel: anv anvet anvont
derc'hel: dalc'h dalc'het dalc'hit dalc'hont dalc'her dalc'has dalc'ho
leuskel: laosk laosket laoskit | lezel: lez lezet | kemer: kemeret kemerit kemeront
degemer: degemeret degemerit | mervel: marv marvet marvas
reiñ: ro roet roit roer roas roe roent roio roin | treiñ: troet troit troer
diorren: diorroet | gallout: gellout galler gelle | paouez: paouezet paouezit
diskouez: diskouezet diskouezit | fazi: fazioù | c'hoari: c'hoarioù c'hoariet c'hoario
selaou: selaouet selaouit | tevel: tavet tavit
"""


def words(text: str) -> list[str]:
    """The words of a Breton text in lower case, « c’h » written x whatever its apostrophe."""
    return split(_CH.sub("x", lower(text)))


def exact(word: str) -> str:
    """The word without accents, in its mutation class: what penn, benn and fenn share."""
    return _unmutated(plain(word).replace("zh", "z"))


def is_function_word(word: str) -> bool:
    """Whether the word only links others, so that a query of several words does without it."""
    return plain(word) in _LITERAL


@lru_cache(maxsize=50_000)
def stems(word: str, names: frozenset[str] = frozenset()) -> list[str]:
    """The stem of one item of `words()`, as a list; place names keep their ending."""
    bare, key = plain(word), exact(word)
    if bare in _LITERAL:
        return ["q" + bare]
    if key in _HEADS:
        return [_HEADS[key]]
    return [key if key in names else _stem(word)]


def spellings(word: str) -> list[str]:
    """The word, and the accented spelling of its ending when it was typed without accents."""
    if word == plain(word) and len(word) > 4:
        for bare, marked in (("an", "añ"), ("in", "iñ")):
            if word.endswith(bare):
                return [word, word.removesuffix(bare) + marked]
    return [word]


def compounds(text: str) -> list[str]:
    """No word: Breton compounds are found by their parts."""
    return []


def joins(near: list[str], word: str) -> list[str]:
    """No word: see `compounds`."""
    return []


def _stem(word: str) -> str:
    word = _PERSON.sub("ad", word)
    word = _without(word, _PLURALS_BY_LENGTH, 3 if len(word) > 5 else 2)
    if head := _HEADS.get(exact(word)):
        return head
    word = re.sub("(?<=..)iad$", "ad", word)
    return exact(_without(word, _ENDINGS_BY_LENGTH, 3))


def _without(word: str, endings: list[str], least: int) -> str:
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= least and _VOWEL.search(stem):
            return stem
    return word


def _unmutated(word: str) -> str:
    if word[:2] in ("gw", "kw"):
        return "w" + word[2:]
    if word[:3] == "gou" and word[3:4] in ("e", "i"):
        return word[1:]
    for first, group in (("k", "kgx"), ("t", "tdz"), ("p", "pbfvm")):
        if word[:1] and word[0] in group:
            return first + word[1:]
    return word


def _irregular_heads() -> dict[str, str]:
    heads: dict[str, str] = {}
    for entry in _IRREGULAR.replace("\n", "|").split("|"):
        head, _, forms = entry.partition(":")
        for form in words(head + " " + forms):
            heads.setdefault(exact(form), "q" + plain(words(head)[0]) + "q")
    return heads


_PLURALS_BY_LENGTH = sorted(_PLURALS.split(), key=len, reverse=True)
_ENDINGS_BY_LENGTH = sorted(_ENDINGS.split(), key=len, reverse=True)
_LITERAL = {plain(word) for entry in _FUNCTION_WORDS.split() for word in words(entry)[:1]}
_HEADS = _irregular_heads()
