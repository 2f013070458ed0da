"""Schools that take the site over, each with a policy of another form and with other people, offices and channels."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml
from docx import Document

from macros.__main__ import main

ROOT = Path(__file__).parents[2]
POLICIES = Path(__file__).parent / "policies"
COUNCIL = """  council:
    children_phone: 01632 960456
    out_of_hours_phone: 01632 960457
"""
DATES = "  approved: March 2025\n  review: March 2026\n"  # where the policy itself has none
ANSWERS = (
    """school:
  name: Test School
  short_name: Test
  website: https://www.test.example
"""
    + COUNCIL
    + """policy:
  file: {file}
"""
    + DATES
)


def names_in(school: Path) -> tuple[str, str]:
    values = yaml.safe_load(school.read_text(encoding="utf-8"))
    return values["name"], values["short_name"]


def shared_template(root: Path, to: Path) -> Path:
    """Write the text that many schools share, as another school has it in Word: other names, no numbers."""
    text = (root / "tests/fixtures/policy-2022.txt").read_text(encoding="utf-8")
    name, short_name = names_in(root / "school.yml")
    for old, new in (
        (name, "Test School"), (short_name, "Test"), ("Mr Drury", "Mrs Patel"),
        ("Twitter", "Facebook"), ("twitter.com", "facebook.example"), ("(#)", ""), ("[", ""), ("]", ""),
        ("March 2022", "October 2025"), ("March 2023", "October 2026"), ("Jack Keeler", "Ann Stone"),
    ):  # fmt: skip
        text = text.replace(old, new)
    document = Document()
    for line in filter(str.strip, text.split("\n")):
        words = line.strip()
        if words[:1].isdigit():
            document.add_heading(words.lstrip("0123456789. "), 2)
        elif "\t" in words:
            row = document.add_table(1, 2).rows[0]
            row.cells[0].text, row.cells[1].text = words.split("\t")
        elif words.startswith("- "):
            document.add_paragraph(words[2:], style="List Bullet 2" if line.startswith(" ") else "List Bullet")
        else:
            document.add_paragraph(words)
    document.save(str(to / "policy.docx"))
    return to / "policy.docx"


@dataclass(frozen=True)
class Form:
    """One school.

    Attributes:
        name: the form of its policy; that of its file, where it has one.
        facts: what it says of itself besides its name, as lines of its answers.
        dates: when its policy was approved and is to be reviewed, as lines of its answers.
    """

    name: str
    facts: str = COUNCIL
    dates: str = DATES

    def take_over(self, project: Path, answers: Path) -> int:
        """Take a copy of the project over; give what the command gives.

        Args:
            project: the copy.
            answers: the folder for the answers and the policy, which is not there yet.
        """
        file = POLICIES / f"{self.name}.txt"
        if not file.exists():
            answers.parent.mkdir(parents=True, exist_ok=True)
            file = shared_template(ROOT, answers.parent)
        return take_over(project, answers, file, ANSWERS.replace(COUNCIL, self.facts).replace(DATES, self.dates))


def take_over(project: Path, answers: Path, file: Path, text: str = ANSWERS) -> int:
    """Take a copy over; the answers and the policy lie beside each other, outside it."""
    answers.mkdir(parents=True)
    shutil.copy(file, answers)
    (answers / "answers.yml").write_text(text.format(file=file.name), encoding="utf-8")
    return main(["--root", str(project), "school", str(answers / "answers.yml"), "--on", "2026-11-29"])


HEAD_IS_LEAD = """  safeguarding: {{lead_is_headteacher: yes, deputies: [Mr Oak]}}
  headteacher: {{name: Mrs Patel}}
"""
TWO_OFFICES = """  sites:
    - {{name: Little Oaks Infants, phone: 01632 960001}}
    - {{name: Little Oaks Juniors, phone: 01632 960002, email: juniors@test.example}}
"""
CHANNELS = "  channels: [{{name: 'Facebook, Test School', address: 'https://www.facebook.example/test'}}]\n"
FORMS = (
    Form("template", COUNCIL + CHANNELS, dates=""),  # headings without numbers, in Word
    Form("numbered-twice", dates=""),
    Form("points-in-order", COUNCIL + HEAD_IS_LEAD),  # 1.1, 1.2 …
    Form("prose", HEAD_IS_LEAD),
    Form("two-headings", "  channels: none\n"),  # and numbered lists
    Form("headings-and-prose", COUNCIL + TWO_OFFICES),
    Form("three-levels", ""),
    Form("letters", HEAD_IS_LEAD + TWO_OFFICES),
    Form("questions", COUNCIL + CHANNELS),  # and tables
)
