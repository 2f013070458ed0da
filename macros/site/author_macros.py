"""The macros that an author may use in a page, and nothing else."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from macros.checks.symbols import FOLDER
from macros.content.library import YOUNG, Entry, Library
from macros.content.loader import read_library
from macros.content.policy_coverage import coverage_of, figures
from macros.design.branding import branding
from macros.design.contrast import colour_report, schemes_of
from macros.design.examples import show_examples
from macros.design.qr import SHOWN
from macros.design.rendering import component, components, dial, draw, literal, long_date, sentence
from macros.design.stave import draw_line
from macros.models.drawn_scene import DrawnScene
from macros.models.lesson import Part
from macros.models.phase import YEARS, Phase
from macros.models.policy_date import PolicyDate
from macros.models.song import sung
from macros.scenes.composer import HEIGHT, WIDTH
from macros.views import addresses, families, school_website
from macros.views.addresses import relative
from macros.views.checklists import checklist_of
from macros.views.conversations import chat_lines
from macros.views.curriculum import Taught, statements_of, strand_heads
from macros.views.lessons import LISTENERS, YOUNGEST
from macros.views.phases import key_words as key_words_of
from macros.views.phases import knowledge_quiz
from macros.views.plain_words import pictures_of, plain_words_of
from macros.views.policy_map import READERS
from macros.views.quizzes import shown_questions

ASK = "ask the school office"
NOT_KNOWN = "not known"  # a date of the policy that its table does not have

Macro = Callable[..., Markup | str]


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros (or to another host that calls this).

    Args:
        env: the host: it has `macro`, `conf` (with the project's `config_file_path`) and `page`.

    Raises:
        ContentError: something in the content is to be mended.
    """
    library: Library = env.conf.get("library") or read_library(Path(env.conf["config_file_path"]).parent).as_taught()
    parts = env.conf.get("parts")
    for macro in macros(library, lambda: str(env.page.url)):
        env.macro(_apart_from_markdown(macro, parts.put_in) if parts else macro)


def _apart_from_markdown(macro: Macro, put_in: Callable[[str], str]) -> Macro:
    return functools.wraps(macro)(lambda *words, **named: put_in(str(macro(*words, **named))))


def macros(library: Library, here: Callable[[], str]) -> list[Macro]:
    """Make the macros.

    Args:
        library: all content.
        here: gives the address of the page that is being made, from the site's root.
    """
    environment = components(library.pictures, library.help_numbers)
    environment.globals["link"] = lambda target: relative(target, here())
    apart = _apart(here)

    def checklist(identity: str) -> Markup:
        """Show a checklist: an authored one, or the sub-points of a policy clause."""
        shown = checklist_of(identity, library.checklists.get(identity), library.policy)
        return component(environment, "checklist", id=apart(identity, "checklist"), list=shown)

    def clause(identity: str) -> Markup:
        """Quote a clause of the policy, exactly, with its number and a link to it."""
        return component(environment, "clause", clause=library.policy.clauses[identity])

    def app_table() -> Markup:
        """Show the apps, games and chatbots with their ages, risks and controls."""
        return component(environment, "app-table", table=families.app_table_of(library.apps, library.facts))

    def talk_starters(phase: str) -> Markup:
        """Show what each lesson of a phase says to the grown-up at home."""
        groups = families.talk_starters_of(library.phase(phase), library.of_phase(phase))
        return component(environment, "talk-starters", phase=phase, groups=groups)

    def lessons_about(strand: str) -> Markup:
        """Show the lessons of a strand, for each age."""
        ages = families.lessons_of_strand(
            strand, library.phases, {phase.id: library.of_phase(phase.id) for phase in library.phases}
        )
        title = library.frameworks.strand_name(strand)
        return component(environment, "lessons-about", strand=strand, title=title, ages=ages)

    def lesson_cards(phase: str) -> Markup:
        """Show the lessons of a phase as large cards."""
        return component(environment, "lesson-cards", phase=phase, entries=library.of_phase(phase))

    def to_copy(kind: str) -> Markup:
        """Show what the office copies onto the school's website: "link", "policy", "help", "children" or "quiz"."""
        oldest = next(entry for phase in reversed(library.phases) for entry in library.of_phase(phase.id))
        quiz = (addresses.lesson(oldest.phase, oldest.id), oldest.lesson.title)
        shown = school_website.to_copy(kind, library.school, quiz)
        return component(environment, "to-copy", label=shown.label, code=shown.code)

    def scan_code() -> Markup:
        """Show the site's address as a code to scan, or say that it is not known."""
        root, file = library.school.site_root, addresses.SCAN_CODE
        return component(environment, "scan-code", address=root, file=file, side=SHOWN)

    def offline() -> Markup:
        """Offer to keep a lesson, an age or the whole site on the reader's device."""
        phases = [
            {
                "id": phase.id,
                "title": phase.title,
                "lessons": [{"id": each.id, "title": each.lesson.title} for each in library.of_phase(phase.id)],
            }
            for phase in library.phases
        ]
        return component(environment, "offline", phases=phases)

    def social_story(identity: str) -> Markup:
        """Show a lesson as a social story: one line, one symbol."""
        return component(environment, "social-story", lines=library.lessons[identity].lesson.social_story)

    def key_words(phase: str) -> Markup:
        """Show the new words of a phase's lessons, each with its symbol and meaning."""
        words = key_words_of([entry.lesson for entry in library.of_phase(phase)])
        return component(environment, "key-words", words=words)

    def poster(phase: str) -> Markup:
        """Show the poster of a phase."""
        return component(environment, "poster", friend=library.phase(phase).friend)

    def promise(phase: str) -> Markup:
        """Show the promise of a phase, to be filled in and printed."""
        return component(environment, "promise", id=apart("promise"), phase=library.phase(phase))

    def picture(name: str, alt: str | None = None) -> Markup:
        """Show a picture that means something, with the words for those who cannot see it; a symbol has its own.

        Args:
            name: its file below docs/assets/images, without its ending.
            alt: what it shows; a symbol has its own words.
        """
        said = library.symbols[name.removeprefix(FOLDER)].alt if alt is None else alt
        return Markup('<div class="scene">{}</div>').format(draw(library.pictures[name], said))

    def decoration(name: str) -> Markup:
        """Show a picture that only decorates."""
        return picture(name, alt="")

    def card_symbol(name: str) -> Markup:
        """Show a symbol before the words of a card, which say it all."""
        return Markup('<span class="card-symbol" data-style="card-symbol">{}</span>').format(
            draw(library.pictures[name], "")
        )

    return [
        *_of_quizzes(library, environment, apart),
        *_of_facts(library, environment),
        *_of_help(library, environment),
        *_of_the_policy(library, environment),
        *_of_the_looks(library, environment, here),
        *_of_teaching(library, environment, here),
        *_of_scenes(library, here),
        *_of_conversations(library, environment),
        *_of_the_song(library, here),
        checklist,
        clause,
        app_table,
        talk_starters,
        lessons_about,
        lesson_cards,
        offline,
        scan_code,
        to_copy,
        social_story,
        key_words,
        poster,
        promise,
        picture,
        decoration,
        card_symbol,
    ]


def _of_teaching(library: Library, environment: Environment, here: Callable[[], str]) -> list[Macro]:
    def taught() -> list[Taught]:
        lessons = ((phase, entry) for phase in library.phases for entry in library.of_phase(phase.id))
        return [Taught(entry.id, phase, entry.lesson, entry.quiz) for phase, entry in lessons]

    def taught_count(what: str) -> str:
        """Count, in a sentence, what is taught: "lessons", "ages", "strands" or "questions"."""
        counts = {
            "lessons": len(taught()),
            "ages": len(library.phases),
            "strands": len(library.frameworks.strands),
            "questions": sum(len(entry.quiz.questions) for entry in library.lessons.values()),
        }
        return str(counts[what])

    def taught_strands() -> Markup:
        """Show the strands, each with the number of its lessons."""
        heads = strand_heads(library.frameworks)
        strands = [each.lesson.strand for each in taught()]
        counts = [{"name": name, "count": strands.count(identity)} for identity, name in heads]
        return component(environment, "taught-strands", strands=[count for count in counts if count["count"]])

    def taught_statements() -> Markup:
        """Show how many statements of each curriculum are taught whole, in part and not yet."""
        return component(environment, "taught-statements", counts=statements_of(taught(), library.frameworks))

    def lesson_titles(phase: str) -> Markup:
        """Name the lessons of a phase in a sentence, each a link to what its class sees."""
        return sentence(environment, "lesson-titles", phase=phase, entries=library.of_phase(phase))

    def taught_years(way: str) -> str:
        """Name, in a sentence, all that the school teaches: its "years", from first to last, or their "ages"."""
        return {"years": library.school.taught.span, "ages": library.school.taught.ages}[way]

    def years_of(phase: str) -> str:
        """Name, in a sentence, the school years of a phase that are taught."""
        years = [year for year in YEARS[library.phase(phase).id] if year in library.school.taught.years]
        return library.school.taught.titled(years)

    def by_age(page: str) -> Markup:
        """Lead, in a sentence, to each age's "plans", its "guides" for families, or the "lessons" in these."""

        def led(phase: Phase) -> tuple[str, str]:
            guide = addresses.GUIDES[phase.id]
            match page:
                case "plans":
                    return phase.title, addresses.year(phase.id)
                case "guides":
                    title = library.outlines[addresses.source(guide)].title
                    # “Ages 4 to 5, 5 to 7 or 7 to 9”.
                    return title if phase is library.phases[0] else title.removeprefix("Ages "), guide
                case _:
                    return years_of(phase.id), guide + addresses.IN_CLASS

        links = [
            Markup('<a href="{}">{}</a>').format(relative(target, here()), words)
            for words, target in map(led, library.phases)
        ]
        if page == "plans":
            return Markup(" · ").join(links)
        *before, last = links
        return Markup(" or ").join([Markup(", ").join(before), last]) if before else last

    def only_for(ages: str) -> str:
        """Mark a sentence, a point of a list or a row as one for some ages: taught_pages.py takes it out elsewhere."""
        return ""

    own = [taught_count, taught_years, years_of, by_age, only_for]
    return [*own, taught_strands, taught_statements, lesson_titles]


def _of_scenes(library: Library, here: Callable[[], str]) -> list[Macro]:
    def file_of(entry: Entry, drawn: DrawnScene) -> Markup:
        source = relative(addresses.scene(entry.phase, entry.id, drawn.id), here())
        # The measures keep its place, so that nothing jumps when it comes.
        return Markup('<img class="scene__file" src="{}" alt="{}" width="{}" height="{}" loading="lazy">').format(
            source, drawn.alt, WIDTH, HEIGHT
        )

    def scene(name: str) -> Markup:
        """Show one picture of a lesson's story: "lesson/scene"."""
        lesson, _, identity = name.partition("/")
        entry = library.lessons[lesson]
        drawn = next(drawn for drawn in entry.scenes if drawn.id == identity)
        return Markup('<div class="scene scene--whole">{}</div>').format(file_of(entry, drawn))

    def scene_sheet() -> Markup:
        """Show every scene of every lesson on one sheet, to be looked at whole."""
        shown = Markup("").join(
            Markup('<li class="gallery__picture">{}<code class="gallery__name">{}/{}</code></li>').format(
                file_of(entry, drawn), entry.id, drawn.id
            )
            for entry in library.lessons.values()
            for drawn in entry.scenes
        )
        return Markup('<ul class="gallery gallery--scenes" data-style="look">{}</ul>').format(shown)

    return [scene, scene_sheet]


def _of_conversations(library: Library, environment: Environment) -> list[Macro]:
    def part_of(place: str) -> Part:
        lesson, step, number = place.split("/")
        return library.lessons[lesson].lesson.steps[int(step) - 1].parts[int(number) - 1]

    def chat(place: str) -> Markup:
        """Show a chat of a lesson: "lesson/step/part", counted from 1."""
        part = part_of(place)
        return component(environment, "chat", title=part.title, lines=list(chat_lines(part)))

    def screen(place: str) -> Markup:
        """Show a screen of a lesson: "lesson/step/part", counted from 1."""
        part = part_of(place)
        return component(environment, "screen", title=part.title, kind=part.picture, rows=part.rows)

    return [chat, screen]


def _of_the_song(library: Library, here: Callable[[], str]) -> list[Macro]:
    song = library.song

    def notes(verse: Sequence[str] | None, says: str) -> Markup:
        last = len(song.lines) - 1
        lines = Markup("").join(
            draw_line(song, number, verse[number] if verse else None, number == last) for number in range(last + 1)
        )
        caption = Markup("<figcaption>{}</figcaption>").format(says)
        return Markup('<figure class="song" data-style="song">{}<div class="song__notes">{}</div></figure>').format(
            caption, lines
        )

    def verse_notes(identity: str) -> Markup:
        """Show the notes of a lesson's verse, with the words under them."""
        return notes(song.verses[identity], f"The tune is “{song.tune}”.")

    def song_sheet() -> Markup:
        """Show the whole song on a sheet: the notes, the verse of each lesson, and notes without words."""
        taught = [entry for entry in library.of_phase(song.phase) if entry.id in song.verses]
        verses = Markup("\n").join(
            Markup('<li class="song__verse"><a href="{}">{}</a><br>{}</li>').format(
                relative(addresses.lesson(entry.phase, entry.id, "teach"), here()),
                entry.lesson.title,
                Markup("<br>").join(map(sung, song.verses[entry.id])),
            )
            for entry in taught
        )
        return Markup('{}\n<ol class="song__verses">\n{}\n</ol>\n{}').format(
            notes(song.verses[taught[0].id], f"“{song.tune}”, with the first verse"),
            verses,
            notes(None, "A verse of your own"),
        )

    return [verse_notes, song_sheet]


def _of_facts(library: Library, environment: Environment) -> list[Macro]:
    def current(identity: str) -> Markup:
        """Give a fact that changes, with the day on which it was last checked, in whole sentences."""
        return sentence(environment, "current", fact=library.facts[identity])

    def current_text(identity: str) -> Markup:
        """Give the words of a fact that changes, in whole sentences, without the day."""
        return literal(library.facts[identity].text)

    def current_date(identity: str) -> str:
        """Give the day on which a fact that changes was last checked, in a sentence."""
        return long_date(library.facts[identity].checked)

    def sourced(identity: str) -> Markup:
        """Show a fact that changes with where it was read, how sure that is, and the day of its check."""
        return component(environment, "sourced", fact=library.facts[identity])

    def school_answers(identity: str) -> Markup:
        """Show a list of questions to the school, each with its own answer, or a blank while it has given none."""
        asked = [question for question in library.school_questions if identity in question.lists]
        return component(environment, "school-answers", questions=asked, school=library.school)

    def contact(who: str) -> Markup:
        """Say in whole sentences who to get in touch with, such as "dsl", or where to look while it is not known."""
        approved = library.policy.approved
        said = approved.words if approved else None
        return sentence(environment, "contact", who=who, school=library.school, approved=said)

    def phone_rule() -> Markup:
        """Give the school's own rule on phones in a whole sentence, or where to look while it is not known."""
        return contact("phone-rule")

    def fact(loc: str) -> str:
        """Give a fact from school.yml, a phone number as a link; where it is empty, a link to the school's website."""
        known = library.school.fact(loc)
        if known and loc.endswith("phone"):
            return str(_to_call(known))
        return str(literal(known)) if known else str(contact("elsewhere"))

    def if_taught(taught: str, otherwise: str) -> Markup:
        """Give the first words once the school teaches these lessons, as school.yml says, and the second till then."""
        return Markup(taught if library.school.teaches_this_scheme_since else otherwise)

    def if_school(case: str, so: str, otherwise: str) -> Markup:
        """Give the first words where a case, such as "headteacher-is-dsl", is this school's, and else the second."""
        return Markup(so if library.school.is_so(case) else otherwise)

    def known(what: str) -> Markup:
        """Say something of the school once it has given it, such as "channels", and nothing until then."""
        return contact(what)

    def privacy_never(reader: str) -> Markup:
        """Say what the site never does, to a "child", a "parent" or a data protection "officer"."""
        return component(environment, "privacy-facts", reader=reader, facts=library.privacy.never)

    def privacy_kept(reader: str) -> Markup:
        """Say what the site keeps after a press, to a "child", a "parent" or a data protection "officer"."""
        return component(environment, "privacy-facts", reader=reader, facts=library.privacy.kept)

    return [
        current,
        current_text,
        current_date,
        sourced,
        school_answers,
        contact,
        phone_rule,
        if_taught,
        if_school,
        known,
        fact,
        privacy_never,
        privacy_kept,
    ]


def _of_help(library: Library, environment: Environment) -> list[Macro]:
    def help_routes(reader: str) -> Markup:
        """Show where to get help: "learners", "parents" or "staff"."""
        routes = [route for route in library.help_routes if reader in route.readers]
        return component(
            environment,
            "help-routes",
            routes=routes,
            school=library.school,
            approved=library.policy.approved.words if library.policy.approved else None,
            done=families.looked_up_of(routes),
            reader=reader,
        )

    def help_by_worry() -> Markup:
        """Show each worry of a family, closed, with the help routes for it alone."""
        worries = families.help_by_worry_of(library.worries, library.help_routes)
        return component(environment, "help-by-worry", worries=worries, school=library.school)

    def help_at_night() -> Markup:
        """Show where an adult can turn at night, or when the school is closed, the most urgent first."""
        steps = families.help_at_night_of(library.at_night, library.help_routes)
        return component(environment, "help-at-night", steps=steps)

    def help_without_phoning(reader: str) -> Markup:
        """Show how one kind of reader gets help without phoning, from each place to turn to."""
        routes = [route for route in library.help_routes if reader in route.readers]
        return component(environment, "help-without-phoning", routes=routes)

    def phone(identity: str) -> Markup:
        """Give the phone number of a help route, as a link that calls it."""
        return _to_call(library.help_numbers[identity])

    def routes_looked_up() -> Markup:
        """Say when the numbers were looked up, and whether anybody has rung them, in whole sentences."""
        done = families.looked_up_of(library.help_routes)
        return sentence(environment, "looked-up", done=done)

    def other_languages() -> Markup:
        """Show the ways to help in other languages; nothing where there are none."""
        return component(environment, "other-languages", translations=library.translations)

    blocks: list[Macro] = [help_routes, help_by_worry, help_at_night, help_without_phoning, other_languages]
    return [*blocks, phone, routes_looked_up]


def _to_call(number: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(dial(number), number)


def _date(found: PolicyDate | None) -> str:
    return found.words if found else NOT_KNOWN


def _of_the_policy(library: Library, environment: Environment) -> list[Macro]:
    policy = library.policy
    # Every section of the map asks for them, and every number of a page for governors.
    places = functools.cache(lambda: coverage_of(library))
    counted = functools.cache(lambda: figures(library))

    def in_short(name: str) -> Markup:
        """Show a clause in the plain words of one reader, with the exact words one tap away: "parents/image-use"."""
        reader, _, identity = name.partition("/")
        words = library.clause_uses[identity].words_for(reader)
        return component(environment, "clause-in-short", clause=policy.clauses[identity], words=words)

    def plain_words(reader: str) -> Markup:
        """Show the whole policy in plain words for one reader, or in pictures ("young")."""
        if reader == YOUNG:
            return component(environment, "plain-pictures", lines=pictures_of(policy, library.clause_uses))
        sections = plain_words_of(policy, library.clause_uses, reader)
        heading = "h2" if reader == "learners" else "h3"  # a learners' page has no headings of its own
        return component(environment, "plain-words", sections=sections, heading=heading)

    def policy_map(identity: str) -> Markup:
        """Show one section of the map of the policy."""
        section = next(section for section in policy.sections if section.id == identity)
        in_section = [place for place in places() if place.clause in section.clauses]
        taught = any(place.ages or place.about for place in in_section)
        return component(environment, "policy-map", section=section, places=in_section, taught=taught)

    def policy_count(what: str) -> str:
        """Count, in a sentence, what governors can quote: "points", "homes", "advice" or "ages"."""
        return counted().said[what]

    def policy_date(which: str) -> str:
        """Give a date of the policy's approval table, as it is written there: "approved" or "review"."""
        return _date({"approved": policy.approved, "review": policy.review}[which])

    def linked_policies() -> Markup:
        """Show the policies that the policy links with: where each can be read, or whom to ask."""
        addresses = library.school.linked_policies
        shown = [
            {
                "name": other.name,
                "clause": other.clause,
                "reference": policy.clauses[other.clause].reference,
                "address": addresses.get(other.id),
            }
            for other in library.linked_policies
        ]
        return component(environment, "linked-policies", policies=shown)

    def review_date() -> Markup:
        """Show when the policy was approved and when it is to be reviewed."""
        reviewed = library.school.policy_reviewed
        said = long_date(reviewed) if reviewed else None
        return component(environment, "review-date", approved=policy.approved, review=policy.review, reviewed=said)

    def policy_views() -> Markup:
        """Show the switch between the approved words and the plain ones, and the filter by reader."""
        readers = [(reader, name) for reader, name in READERS if reader != "everyone"]
        return component(environment, "policy-views", readers=readers)

    return [in_short, policy_views, plain_words, policy_map, policy_count, policy_date, linked_policies, review_date]


def _of_the_looks(library: Library, environment: Environment, here: Callable[[], str]) -> list[Macro]:
    # A page that an example names is made up, and leads nowhere; a script or style sheet is there.
    made_up = components(library.pictures, library.help_numbers)
    made_up.globals["link"] = lambda target: relative(target, here()) if target.startswith("assets/") else "#"

    def examples(name: str) -> Markup:
        """Show a component in every state that its examples have."""
        return show_examples(name, made_up, ASK)

    def colours() -> Markup:
        """Show the colours of the site, the school's own among them, with their contrast."""
        schemes = schemes_of(branding(library.root, library.school, library.colours).colours)
        return component(environment, "colours", colours=list(colour_report(schemes)))

    def gallery(folder: str) -> Markup:
        """Show every picture of a folder with its name, and whose it is."""
        words = {strand.id: strand.name for strand in library.frameworks.strands}
        words.update((phase.friend, phase.title) for phase in library.phases)
        found = [name for name in library.pictures if name.startswith(f"{folder}/")]
        shown = [(name, words.get(_last(name)) or words.get(_last(name).split("-")[0], "")) for name in found]
        return component(environment, "gallery", pictures=shown)

    def symbols(group: str) -> Markup:
        """Show every symbol of a group with its name, and what it stands for."""
        shown = [(f"{FOLDER}{each.id}", each.means) for each in library.symbols.values() if each.group == group]
        return component(environment, "gallery", pictures=shown)

    return [examples, colours, gallery, symbols]


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _apart(here: Callable[[], str]) -> Callable[..., str]:
    """Make what gives a part of a page an id that no other part of the page has."""
    taken: set[tuple[str, str, str]] = set()

    def apart(identity: str, within: str = "") -> str:
        """Give the id, or, where the page has it by now, the id and a number; "within" is what the part shows of it."""
        names = itertools.chain([identity], (f"{identity}-{number}" for number in itertools.count(2)))
        own = next(name for name in names if (here(), name, within) not in taken)
        taken.add((here(), own, within))
        return own

    return apart


def _of_quizzes(library: Library, environment: Environment, apart: Callable[..., str]) -> list[Macro]:
    def after(entry: Entry) -> dict[str, str] | None:
        """Give the lesson that comes next in the year."""
        order = library.phase(entry.phase).order
        later = order[order.index(entry.id) + 1 :] if entry.id in order else ()
        following = next((library.lessons[name] for name in later if name in library.lessons), None)
        if not following:
            return None
        return {"title": following.lesson.title, "page": addresses.lesson(following.phase, following.id)}

    def quiz_of(identity: str, *, on_screen: bool = False) -> dict[str, Any]:
        entry = library.lessons.get(identity)
        found = entry.quiz if entry else library.adults[identity]
        young = entry is not None and entry.phase in LISTENERS
        return {
            "id": identity,
            "quiz": found,
            "questions": shown_questions(found, library.questions(found.recall), tapped=young and on_screen),
            "adults": entry is None,
            "promise": addresses.learners(entry.phase, "promise") if entry else None,
            "friend": library.phase(entry.phase).friend if entry else None,
            "ears": young,
            "cards": entry is not None and entry.phase in YOUNGEST,
            "lessons": addresses.learners(entry.phase) if entry else None,
            "after": after(entry) if entry else None,
            "begins": False,
        }

    def check_of(identity: str, *, on_screen: bool = False) -> dict[str, Any]:
        phase = library.phase(identity)
        found = knowledge_quiz(question for _, question in library.questions(phase.check))
        return {
            "id": f"{identity}-check",
            "quiz": found,
            "questions": shown_questions(found, tapped=on_screen and phase.id in LISTENERS),
            "adults": False,
            "promise": addresses.learners(identity, "promise"),
            "friend": phase.friend,
            "ears": phase.id in LISTENERS,
            "cards": False,  # it is counted before the year and after it
            "lessons": addresses.learners(identity),
            "after": None,
            "begins": True,
        }

    def quiz(identity: str) -> Markup:
        """Show a quiz to be done on screen."""
        return component(environment, "quiz", **{**quiz_of(identity, on_screen=True), "id": apart(identity)})

    def quiz_paper(identity: str) -> Markup:
        """Show a quiz to be done on paper, without its answers."""
        return component(environment, "quiz-paper", **quiz_of(identity))

    def quiz_answers(identity: str) -> Markup:
        """Show the answers of a quiz, with the reasons, for the teacher."""
        return component(environment, "quiz-answers", **quiz_of(identity))

    def quiz_example(kind: str) -> Markup:
        """Show the example of one type of question, to be tried."""
        only = tuple(question for question in library.examples.questions if question.id == kind)
        shown = library.examples.model_copy(update={"questions": only})
        questions = shown_questions(shown)
        own = apart("example", kind)
        return component(
            environment,
            "quiz",
            id=own,
            quiz=shown,
            questions=questions,
            adults=False,
            promise=None,
            friend=None,
            ears=False,
            cards=False,
            lessons=None,
            after=None,
            begins=False,
        )

    def knowledge_check(phase: str) -> Markup:
        """Show the quiz for before and after the year, to be done on screen or on the class board."""
        return component(environment, "quiz", **{**check_of(phase, on_screen=True), "id": apart(f"{phase}-check")})

    def knowledge_check_paper(phase: str) -> Markup:
        """Show the quiz for before and after the year, to be done on paper, without its answers."""
        return component(environment, "quiz-paper", **check_of(phase))

    def knowledge_check_answers(phase: str) -> Markup:
        """Show the answers of the quiz for before and after the year, with the reasons, for the teacher."""
        return component(environment, "quiz-answers", **check_of(phase))

    return [
        quiz,
        quiz_paper,
        quiz_answers,
        quiz_example,
        knowledge_check,
        knowledge_check_paper,
        knowledge_check_answers,
    ]
