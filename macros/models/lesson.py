"""A lesson: one file from which the learner's page, the teacher's plan and the worksheet are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text, normalised


class Message(Model):
    """One line of a chat.

    Attributes:
        kind: words; a sticker or picture, described; that somebody is typing; or what the app itself says.
        who: who wrote it.
        when: the day, the time, or both.
        words: what it says.
    """

    kind: Literal["words", "sticker", "typing", "notice"] = "words"
    who: Text | None = None
    when: Text | None = None
    words: Text | None = None


class ScreenRow(Model):
    """One line of a screen: what it is, and what it shows (nothing, where it is still to be filled in)."""

    label: Text
    value: Text | None = None


def device_of(who: str) -> str:
    """Give the name by which a chat says whose device shows it: “Mr Hill” is mr-hill."""
    return who.lower().replace(" ", "-")


LONGEST_DSL_NOTE = 40  # words: about two lines of the plan

ScreenKind = Literal["search", "settings", "sign-up", "feed"]


class Part(Model):
    """A piece of a step, for one kind of reader.

    Attributes:
        kind: for everyone; for the teacher alone; for the grown-up at home; for the worksheet
            alone; a new word (its title) with its meaning; what is read aloud; a chat; a screen; or
            the quiz (its text is the id).
        title: the words in quotes after the kind.
        picture: the word after the title: the symbol of a new word, whose device shows a chat, or the
            kind of a screen.
        text: Markdown; of a chat or a screen, its lines.
        messages: the lines of a chat.
        rows: the lines of a screen.
        new_page: whether it begins a new page of the book (a line “---” stands above it).
    """

    kind: Literal["everyone", "teacher", "home", "worksheet", "word", "aloud", "chat", "screen", "quiz"]
    title: Text | None = None
    picture: Identity | None = None
    text: Text
    messages: tuple[Message, ...] = ()
    rows: tuple[ScreenRow, ...] = ()
    new_page: bool = False

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


class Step(Model):
    """One step of a lesson.

    Attributes:
        title: its heading.
        minutes: how long it takes in class.
        parts: what is in it, in order.
    """

    title: Text
    minutes: int = Field(ge=1, le=60)
    parts: tuple[Part, ...] = Field(min_length=1)


class StoryLine(Model):
    """One line of a social story: a short sentence that a learner can say, with its symbol."""

    text: Text
    picture: Identity


class Misconception(Model):
    """Something children often think, and what to say to it."""

    thought: Text
    reply: Text


class Adaptation(Model):
    """A change to the lesson for a named need."""

    need: Text
    change: Text


class Assessment(Model):
    """What a teacher sees and hears, and what the quiz shows, at three levels."""

    secure: Text
    developing: Text
    misconception: Text


class Lesson(Model):
    """One lesson; its id is the name of its folder.

    Attributes:
        title: its name.
        outcome: what the learner can do at the end, beginning "I can".
        summary: one sentence for cards and search results.
        symbol: the name of the picture on its card.
        minutes: the whole time in class; the steps add up to it.
        strand: the id of its strand, or "all-strands" for the lesson that opens the year.
        clauses: the ids of the policy clauses that it teaches.
        codes: the curriculum statements that it teaches whole.
        codes_in_part: the curriculum statements of which it teaches a part, and which it does not meet by itself.
        success_criteria: how a learner and teacher know that it is learnt.
        have_ready: what to have ready.
        no_device: how to teach it without a screen.
        misconceptions: what children often think, and what to say.
        support: help for those who need more.
        stretch: for those who are ready for more.
        adaptations: changes for named special educational needs.
        dsl: what to do with the DSL and what to mind, in two lines of the plan.
        safeguarding: what to mind, and who to tell, in full.
        assessment: what each level looks like.
        five_minutes: the lesson in five minutes.
        social_story: the lesson in short sentences that begin with "I", for those who learn best so.
        steps: what happens, in order.
    """

    title: Text
    outcome: Text
    summary: Text
    symbol: Identity
    minutes: int = Field(ge=5, le=60)
    strand: Identity
    clauses: tuple[Identity, ...] = ()
    codes: tuple[Text, ...] = Field(min_length=1)
    codes_in_part: tuple[Text, ...] = ()
    success_criteria: tuple[Text, ...] = Field(min_length=2, max_length=4)
    have_ready: tuple[Text, ...] = Field(min_length=1)
    no_device: Text
    misconceptions: tuple[Misconception, ...] = Field(min_length=2, max_length=3)
    support: tuple[Text, ...] = Field(min_length=1)
    stretch: tuple[Text, ...] = Field(min_length=1)
    adaptations: tuple[Adaptation, ...] = Field(min_length=2)
    dsl: Text
    safeguarding: Text
    assessment: Assessment
    five_minutes: Text
    social_story: tuple[StoryLine, ...] = Field(min_length=5, max_length=10)
    steps: tuple[Step, ...] = Field(min_length=3)

    def rules(self) -> Iterator[Finding]:
        """The steps add up, differ in name, and hold what every page needs."""
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            yield (
                ("minutes",),
                f"The steps add up to {total} minutes and “minutes” says {self.minutes}. Make them agree.",
            )
        seen: set[str] = set()
        for number, step in enumerate(self.steps):
            if normalised(step.title) in seen:
                yield ("steps", number, "title"), f"Two steps are called “{step.title}”. Give each its own name."
            seen.add(normalised(step.title))
        named: set[str] = set()
        for name in ("codes", "codes_in_part"):
            for number, code in enumerate(getattr(self, name)):
                if code in named:
                    yield (name, number), f"“{code}” is named twice. Keep it once: as a whole, or in part."
                named.add(code)
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

    @property
    def words(self) -> tuple[Part, ...]:
        """The new words of the lesson, in order."""
        return tuple(part for step in self.steps for part in step.parts if part.kind == "word")
