"""Telling that a question is in a language that the base has no phrasings for."""

from collections.abc import Sequence

from knowledge.index.build import Index
from knowledge.text.fold import latin

# Short words that carry sentences in languages that colleagues write, and that English lacks.
_FOREIGN = frozenset(
    # German, Dutch, Scandinavian
    "wann wo wer wie warum ist der das und wurde hat nicht ein eine von mit wat waar wanneer "
    "het een van niet werd heeft hvor hvem nar och ar inte "
    # French, Spanish, Italian, Portuguese, Romanian
    "quand ou qui quoi est le la les des une dans pourquoi comment combien fut cuando donde "
    "quien que como por el los las fue del cuanto quando dove chi perche come il della e stato "
    "onde quem foi nao onde cand unde cine "
    # Polish, Czech, Turkish, Uzbek and Tajik in Latin letters
    "kiedy gdzie kto jest nie kdy kde kdo je ne zaman nerede kim nedir bu qachon qayerda kim "
    "tugilgan kay kujo ki ast".split()
)
_LETTERS_OF_A_WORD = 2


def is_other_language(said: Sequence[str], index: Index) -> bool:
    """Tell whether most words, names apart, belong to another script or another language."""
    if _FOREIGN.isdisjoint(said) and all(map(str.isascii, said)):
        return False
    plain = [w for w in said if w.isalpha() and latin(w) not in index.names.name_words]
    if not plain:
        return False
    other_script = sum(not word.isascii() for word in plain)
    unknown = [w for w in plain if w.isascii() and w not in index.repairer.known]
    foreign = sum(word in _FOREIGN for word in plain if len(word) >= _LETTERS_OF_A_WORD)
    if 2 * other_script > len(plain):
        return True
    return foreign > 0 and 2 * (len(unknown) + other_script) >= len(plain)
