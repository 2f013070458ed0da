"""A lesson: one file from which the learner's page, the teacher's plan and the worksheet are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from macros.models.base import Address, Finding, Identity, Model, Text, Whole, YesNo, normalised, refusal, repeats
from macros.models.framework import Year
from macros.problems import did_you_mean


class Message(Model):
    """One line of a chat."""

    kind: Literal["words", "sticker", "typing", "notice"] = "words"
    """Words; a sticker or picture, described; that somebody is typing; or what the app itself says."""
    who: Text | None = None
    """Who wrote it."""
    when: Text | None = None
    """The day, the time, or both."""
    words: Text | None = None
    """What it says."""


class ScreenRow(Model):
    """One line of a screen: what it is, and what it shows (nothing, where it is still to be filled in)."""

    label: Text
    """What the line is: a setting, a question or a result."""
    value: Text | None = None
    """What it shows; nothing where it is still to be filled in."""


def device_of(who: str) -> str:
    """Give the name by which a chat says whose device shows it: “Mr Hill” is mr-hill."""
    return who.lower().replace(" ", "-")


LONGEST_DSL_NOTE = 40  # words: about two lines of the plan

ScreenKind = Literal["search", "settings", "sign-up", "feed"]


class Part(Model):
    """A piece of a step, for one kind of reader."""

    kind: Literal["everyone", "teacher", "home", "worksheet", "word", "aloud", "chat", "screen", "quiz"]
    """Who it is for, or what it is: a word, which is its title; what is read aloud; a quiz, whose text is its id."""
    title: Text | None = None
    """The words in quotes after the kind."""
    picture: Identity | None = None
    """The word after the title: the symbol of a new word, whose device shows a chat, or the kind of a screen."""
    text: Text
    """Markdown; of a chat or a screen, its lines."""
    messages: tuple[Message, ...] = ()
    """The lines of a chat."""
    rows: tuple[ScreenRow, ...] = ()
    """The lines of a screen."""
    new_page: YesNo = False
    """Whether it begins a new page of the book: a line “---” stands above it."""

    def rules(self) -> Iterator[Finding]:
        """A new word, a chat and a screen are named; what may follow the name differs."""
        if self.kind == "word" and not self.title:
            yield ("title",), 'A word block must name its word: !!! word "password".'
        if self.kind == "chat" and not self.title:
            yield ("title",), 'A chat has a name, as the app shows it: !!! chat "Year 6 football".'
        if self.kind == "screen":
            kinds = get_args(ScreenKind)
            if not self.title:
                yield ("title",), 'A screen has a name: !!! screen "Who can find me?" settings.'
            if self.picture not in kinds:
                yield ("picture",), f"Say after the title what kind of screen it is: {', '.join(kinds)}."
        writers = {device_of(message.who) for message in self.messages if message.who}
        if self.kind == "chat" and self.picture and self.picture not in writers:
            yield ("picture",), f"“{self.picture}” holds the device and writes nothing in this chat. Name one who does."
        if self.kind not in ("word", "chat", "screen") and self.picture:
            yield ("picture",), f"Only a new word has a symbol. Take out “{self.picture}” after the title."


def _said(minutes: Any) -> Any:
    if minutes is None:
        raise refusal(
            "This heading does not say how long the step takes. Write it at the end, in round brackets: “(5 minutes)”."
        )
    return minutes


class Step(Model):
    """One step of a lesson."""

    title: Text
    """Its heading."""
    minutes: Annotated[Whole, BeforeValidator(_said)] = Field(ge=1, le=60)
    """How long it takes in class."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """What is in it, in order."""


class StoryLine(Model):
    """One line of a social story: a short sentence that a learner can say, with its symbol."""

    text: Text
    """The sentence."""
    picture: Identity
    """The name of its symbol."""


class Misconception(Model):
    """Something children often think, and what to say to it."""

    thought: Text
    """What children think."""
    reply: Text
    """What to say to it."""


class Adaptation(Model):
    """A change to the lesson for a named need."""

    need: Text
    """The need, as teachers name it."""
    change: Text
    """What to do differently."""


class Assessment(Model):
    """What a teacher sees and hears, and what the quiz shows, at three levels."""

    secure: Text
    """What shows that it is learnt."""
    developing: Text
    """What shows that it is nearly learnt."""
    misconception: Text
    """What shows that something else is believed."""


class Claim(Model):
    """A statement of a curriculum that a lesson teaches, and where it does so."""

    id: Text
    """The statement's id."""
    step: Text
    """The title of the step that teaches it."""
    question: Identity | None = None
    """The id of the question of the lesson's quiz that asks about it; nothing where none does."""
    part: YesNo = False
    """Whether the lesson teaches some of it, and not all."""


class Lesson(Model):
    """One lesson; its id is the name of its folder."""

    title: Text
    """Its name."""
    outcome: Text
    """What the learner can do at the end, beginning "I can"."""
    summary: Text
    """One sentence for cards and search results."""
    symbol: Identity
    """The name of the picture on its card."""
    minutes: Whole = Field(ge=5, le=60)
    """The whole time in class; the steps add up to it."""
    year: Year
    """The school year that it is written for."""
    strand: Identity
    """The id of its strand, or "all-strands" for the lesson that opens the year."""
    topics: tuple[Identity, ...] = ()
    """The ids of the topics that it teaches."""
    teaches: tuple[Claim, ...] = Field(min_length=1)
    """The curriculum statements that it teaches, whole or in part: each with its step and its question."""
    success_criteria: tuple[Text, ...] = Field(min_length=2, max_length=3)
    """How a learner and teacher know that it is learnt."""
    have_ready: tuple[Text, ...] = Field(min_length=1)
    """What to have ready."""
    in_class: tuple[Identity, ...] = Field(min_length=1, max_length=3)
    """The ids of the questions of its quiz that fit its minutes; the others are for later."""
    no_device: Text
    """How to teach it without a screen."""
    misconceptions: tuple[Misconception, ...] = Field(min_length=2, max_length=3)
    """What children often think, and what to say."""
    support: tuple[Text, ...] = Field(min_length=1)
    """Help for those who need more."""
    stretch: tuple[Text, ...] = Field(min_length=1)
    """For those who are ready for more."""
    adaptations: tuple[Adaptation, ...] = Field(min_length=2)
    """Changes for named special educational needs."""
    signed_film: Address | None = None
    """The address of a film that tells its story in British Sign Language, once there is one."""
    dsl: Text
    """What to do with the DSL and what to mind, in two lines of the plan."""
    safeguarding: Text
    """What to mind, and who to tell, in full."""
    assessment: Assessment
    """What each level looks like."""
    five_minutes: tuple[Text, ...] = Field(min_length=3, max_length=6)
    """The lesson in five minutes: what to do, in order."""
    social_story: tuple[StoryLine, ...] = Field(min_length=5, max_length=10)
    """The lesson in short sentences that begin with "I", for those who learn best so."""
    steps: tuple[Step, ...] = Field(min_length=3)
    """What happens, in order."""

    def rules(self) -> Iterator[Finding]:
        """The steps add up, differ in name, hold what every page needs, and are those that the claims name."""
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            yield (
                ("minutes",),
                f"The steps add up to {total} minutes and “minutes” says {self.minutes}. Make them agree.",
            )
        for number in repeats(normalised(step.title) for step in self.steps):
            sentence = f"Two steps are called “{self.steps[number].title}”. Give each its own name."
            yield ("steps", number, "title"), sentence
        yield from self._of_claims()
        if len(self.dsl.split()) > LONGEST_DSL_NOTE:
            yield (
                ("dsl",),
                f"This note is {len(self.dsl.split())} words long, and two lines of the plan hold {LONGEST_DSL_NOTE}. "
                "Keep what comes first; the rest is said under “safeguarding”.",
            )
        if not self.outcome.startswith("I can "):
            yield ("outcome",), "The outcome must begin “I can”, so that a learner can say it."
        for kind, why in (
            ("quiz", 'Add a line {{ quiz("…") }} where the quiz belongs.'),
            ("teacher", 'Add “!!! teacher "Say"” with what the teacher says.'),
            ("home", "Add “!!! home” with a few lines for the grown-up at home."),
            ("worksheet", 'Add “!!! worksheet "…"” with something to do on paper.'),
        ):
            if not any(part.kind == kind for step in self.steps for part in step.parts):
                yield ("steps",), f"The lesson has no “{kind}” part. {why}"

    def _of_claims(self) -> Iterator[Finding]:
        steps = [step.title for step in self.steps]
        named: set[str] = set()
        for number, claim in enumerate(self.teaches):
            if claim.id in named:
                yield ("teaches", number, "id"), f"“{claim.id}” is claimed twice. Keep one claim, whole or in part."
            named.add(claim.id)
            if claim.step not in steps:
                known = did_you_mean(claim.step, steps)
                yield ("teaches", number, "step"), f"This lesson has no step “{claim.step}”.{known}"

    @property
    def words(self) -> tuple[Part, ...]:
        """The new words of the lesson, in order."""
        return tuple(part for step in self.steps for part in step.parts if part.kind == "word")
