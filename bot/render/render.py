"""Answer in, reply out; the one place that takes the union of outcomes apart."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot import strings
from bot.render.reply import (
    Abstention,
    Block,
    Choices,
    ClaimLine,
    Claims,
    Heading,
    Note,
    NoteKind,
    Option,
    Reply,
    Sources,
    Statement,
)
from knowledge.answer.outcomes import Abstained, Ambiguous, Answer, Answered, Choice
from knowledge.cite.lines import short_title
from knowledge.dates import When, parse_when
from knowledge.model.fact import Claim, Fact, Status
from knowledge.model.profile import Profile


def render(answer: Answer, release: str) -> Reply:
    """Return the reply to an answer; what is not answered is for the asker alone."""
    match answer:
        case Answered():
            return _answered(answer, release)
        case Ambiguous():
            return _ambiguous(answer, release)
        case Abstained():
            return _abstained(answer, release)


def _answered(answer: Answered, release: str) -> Reply:
    fact, cited = answer.fact, answer.cited
    heading = Heading(
        answer.profile.name,
        answer.profile.description,
        strings.standing(fact.status, answer.newest),
        fact.status,
    )
    blocks: list[Block] = [heading]
    if not answer.later_claims:  # it sums up claims that had not been made by then
        blocks.append(Statement(fact.statement, cited.statement_numbers))
    if fact.claims:
        sides = zip(fact.claims, cited.claim_numbers, strict=True)
        blocks.append(Claims(tuple(_claim_line(claim, numbers) for claim, numbers in sides)))
    blocks += [*_notes(answer), Sources(independence(answer), cited.lines)]
    return Reply(
        tuple(blocks),
        private=False,
        footer=strings.footer(release),
        release=release,
        profile=answer.profile.id,
        fact=fact.id,
    )


def _claim_line(claim: Claim, numbers: tuple[int, ...]) -> ClaimLine:
    said = parse_when(claim.said).words if claim.said else ""
    note = strings.note(claim.note) if claim.note else ""
    return ClaimLine(claim.holder, claim.statement, said, numbers, note)


def _notes(answer: Answered) -> Iterator[Note]:
    fact = answer.fact
    if fact.when and not _is_told(parse_when(fact.when), fact):
        yield Note(NoteKind.WHEN, strings.when(parse_when(fact.when)))
    if fact.note:
        yield Note(NoteKind.FACT, strings.note(fact.note))
    if answer.profile.note:
        yield Note(NoteKind.PROFILE, strings.note(answer.profile.note))
    if answer.is_due and fact.review_by:
        yield Note(NoteKind.DUE, strings.due(_day(fact.review_by)))
    if answer.as_of:
        day, later = _day(answer.as_of), answer.later_claims
        yield Note(NoteKind.AS_OF, strings.as_of(day, later_claims=later))


def _is_told(when: When, fact: Fact) -> bool:
    return any(when.words in sentence for sentence in fact.sentences)


def independence(answer: Answered) -> str:
    """Return in words how many of an answer's sources are independent."""
    found = answer.cited.independence
    if answer.fact.status is Status.UNKNOWN:
        return strings.looked_at(len(found.seen))
    relays = {line.via.id: short_title(line.via) for line in answer.cited.lines if line.via}
    through = frozenset[str]().union(*found.relayed.values())
    return strings.independence(
        sources=found.sources,
        independent=found.independent,
        relayed=len(found.relayed),
        relay=relays[next(iter(through))] if len(through) == 1 else "",
    )


def _ambiguous(answer: Ambiguous, release: str) -> Reply:
    people = {choice.profile.id: choice.profile for choice in answer.choices}
    one = next(iter(people.values())) if len(people) == 1 else None
    options = _options(answer.choices, is_of_one=one is not None)
    choices = Choices(strings.AMBIGUOUS if len(options) > 1 else strings.UNSURE, options)
    return _private((*_who(one), choices), release, one)


def _abstained(answer: Abstained, release: str) -> Reply:
    by = _day(answer.as_of).words if answer.as_of else ""
    name = answer.profile.name if answer.profile else ""
    blocks: tuple[Block, ...] = (
        *_who(answer.profile),
        Abstention(strings.abstention(answer.reason, name=name, by=by)),
    )
    if answer.suggestions:
        options = _options(answer.suggestions, is_of_one=answer.profile is not None)
        blocks += (Choices(strings.suggestions(name), options),)
    return _private(blocks, release, answer.profile)


def _options(choices: Sequence[Choice], *, is_of_one: bool) -> tuple[Option, ...]:
    """Return what can be picked; with whom it is about unless one is named above."""
    return tuple(
        Option(c.question, "" if is_of_one else _full_name(c.profile), c.profile.id, c.fact.id)
        for c in choices
    )


def _private(blocks: tuple[Block, ...], release: str, profile: Profile | None) -> Reply:
    return Reply(
        blocks,
        private=True,
        footer=strings.footer(release),
        release=release,
        profile=profile.id if profile else "",
    )


def _who(profile: Profile | None) -> tuple[Heading, ...]:
    return (Heading(profile.name, profile.description),) if profile else ()


def _full_name(profile: Profile) -> str:
    return f"{profile.name}, {profile.description}"


def _day(day: date) -> When:
    return parse_when(day.isoformat())
