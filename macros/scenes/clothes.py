"""The clothes of people: what is on the trunk, around the neck and over the legs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from macros.models.cast import Person
from macros.scenes.bodies import BOTTOM, TOP, Build

INK = "#4a3226"
ONLY_BEFORE = ("star", "open", "apron")  # the patterns that are not on the back
TRIM = "var(--trim, #fff3df)"


def skirt(build: Build, hip: float, stroke: float, *, seated: bool) -> str:
    """Draw a skirt.

    Args:
        build: the body.
        hip: how high the hips are.
        stroke: how thick an outline is.
        seated: whether somebody sits.
    """
    wide, top, long = build.hips, hip - build.torso * 0.2, build.leg * 0.95
    if seated:
        knee = build.leg * 0.5
        return (
            f'<path d="M{-wide:.1f} {top:.1f}Q{-wide - 4:.1f} {hip + 6:.1f}{-wide + 1:.1f} {hip + 11:.1f}'
            f"Q{wide * 0.6:.1f} {hip + 17:.1f} {wide + knee:.1f} {hip + 12:.1f}"
            f'Q{wide + knee + 3:.1f} {hip - 2:.1f} {wide + knee - 6:.1f} {hip - 7:.1f}L{wide:.1f} {top:.1f}z" '
            f'fill="{BOTTOM}"/>'
        )
    foot = top + long + 8
    folds = f"M-4 {top + long * 0.45:.1f}Q-7 {top + long * 0.8:.1f}-8 {foot - 2:.1f}"
    folds += f"M8 {top + long * 0.5:.1f}Q10 {top + long * 0.8:.1f} 12 {foot - 3:.1f}"
    return (
        f'<path d="M{-wide + 1:.1f} {top:.1f}C{-wide - 2:.1f} {top + long * 0.5:.1f} {-wide - 6:.1f} '
        f"{top + long * 0.9:.1f} {-wide - 8:.1f} {foot:.1f}Q0 {foot + 7:.1f} {wide + 9:.1f} {foot - 1:.1f}"
        f'C{wide + 6:.1f} {top + long * 0.8:.1f} {wide + 2:.1f} {top + long * 0.4:.1f} {wide:.1f} {top:.1f}z" '
        f'fill="{BOTTOM}"/><path d="{folds}" stroke-width="{stroke * 0.7:.2f}" opacity=".5"/>'
    )


def torso(build: Build, hip: float, stroke: float, person: Person, who: str, *, away: bool) -> str:
    """Draw the trunk in its clothes.

    Args:
        build: the body.
        hip: how high the hips are.
        stroke: how thick an outline is.
        person: what is worn.
        who: whose it is, for the name of what cuts it.
        away: whether it is seen from behind.
    """
    top, low = hip - build.torso, hip + 5
    high, long = build.shoulders, build.torso
    shape = (
        f"M-7 {top:.1f}C{-high * 0.6:.1f} {top + 1:.1f} {-high + 1:.1f} {top + 3:.1f} {-high:.1f} {top + 10:.1f}"
        f"C{-high + 1:.1f} {top + long * 0.4:.1f} {-build.waist:.1f} {hip - long * 0.4:.1f} {-build.hips:.1f} {low:.1f}"
        f"Q0 {low + 5:.1f} {build.hips + 1:.1f} {low - 1:.1f}"
        f"C{build.waist + 3:.1f} {hip - long * 0.35:.1f} {high + 1:.1f} {top + long * 0.4:.1f} {high:.1f} {top + 9:.1f}"
        f"C{high - 2:.1f} {top + 3:.1f} {high * 0.6:.1f} {top + 1:.1f} 11 {top:.1f}Q2 {top + 6:.1f}-7 {top:.1f}z"
    )
    shade = (
        f"M{-high - 4:.1f} {top:.1f}C{-high * 0.3:.1f} {top + 16:.1f} {-build.waist * 0.3:.1f} {hip - 18:.1f} "
        f"{build.hips:.1f} {low + 2:.1f}L{-build.hips - 6:.1f} {low + 8:.1f}z"
    )
    hidden = away and person.pattern in ONLY_BEFORE
    pattern = "" if hidden else PATTERNS[person.pattern](build, top, hip, stroke)
    hood = ""
    if person.collar == "hood":
        hood = (
            f'<path d="M{-high * 0.72:.1f} {top + 8:.1f}C{-high - 2:.1f} {top - 12:.1f}-8 {top - 13:.1f} '
            f"2 {top - 10:.1f}"
            f'C14 {top - 13:.1f} {high:.1f} {top - 8:.1f} {high * 0.7:.1f} {top + 7:.1f}z" fill="{TOP}"/>'
        )
    front = "" if away else COLLARS[person.collar](top, stroke)
    return (
        f'{"" if away else hood}<clipPath id="t-{who}"><path d="{shape}"/></clipPath><path d="{shape}" fill="{TOP}"/>'
        f'<g clip-path="url(#t-{who})" stroke="none">{pattern}<path d="{shade}" fill="#2b1c15" opacity=".13"/></g>'
        f'<path d="{shape}"/>{front}{hood if away else ""}'
    )


def _plain(build: Build, top: float, hip: float, stroke: float) -> str:
    return ""


def _stripes(build: Build, top: float, hip: float, stroke: float) -> str:
    step = build.torso / 4
    heights = (top + step * (row + 0.75) for row in range(4))
    rows = "".join(f"M-40 {y:.1f}Q0 {y + 6:.1f} 40 {y - 1:.1f}" for y in heights)
    return f'<path d="{rows}" stroke="{TRIM}" stroke-width="{step * 0.38:.1f}"/>'


def _band(build: Build, top: float, hip: float, stroke: float) -> str:
    middle = top + build.torso * 0.45
    return (
        f'<path d="M-40 {middle:.1f}Q0 {middle + 6:.1f} 40 {middle - 1:.1f}" stroke="{TRIM}" '
        f'stroke-width="{build.torso * 0.2:.1f}"/>'
    )


def _star(build: Build, top: float, hip: float, stroke: float) -> str:
    middle = top + build.torso * 0.5
    return (
        f'<path d="M5 {middle - 10:.1f}l3 6.5 7 1-5 5 1.2 7-6.2-3.3-6.2 3.3 1.2-7-5-5 7-1z" fill="{TRIM}" '
        f'stroke="{INK}" stroke-width="{stroke * 0.6:.2f}"/>'
    )


def _dots(build: Build, top: float, hip: float, stroke: float) -> str:
    places = ((-12, 16), (2, 14), (14, 18), (-6, 30), (8, 30), (-15, 44), (1, 46), (15, 44), (-7, 60), (9, 60))
    spots = "".join(f"M{x} {top + y:.1f}h.1" for x, y in places)
    return f'<path d="{spots}" stroke="{TRIM}" stroke-width="5" stroke-linecap="round"/>'


def _open(build: Build, top: float, hip: float, stroke: float) -> str:
    return (
        f'<path d="M-4 {top:.1f}C-2 {top + 20:.1f}-2 {hip - 20:.1f}-4 {hip + 14:.1f}H14C16 {hip - 20:.1f} 15 '
        f'{top + 20:.1f} 13 {top:.1f}z" fill="{TRIM}" stroke="{INK}" stroke-width="{stroke * 0.7:.2f}"/>'
    )


def _apron(build: Build, top: float, hip: float, stroke: float) -> str:
    return (
        f'<path d="M-8 {top + 20:.1f}L-12 {top:.1f}M14 {top + 20:.1f}L16 {top:.1f}" stroke="{TRIM}" stroke-width="4"/>'
        f'<path d="M-10 {top + 18:.1f}H16V{top + 34:.1f}L{build.hips + 2:.1f} {top + 42:.1f}V{hip + 14:.1f}H-16V'
        f'{top + 42:.1f}L-10 {top + 34:.1f}z" fill="{TRIM}" stroke="{INK}" stroke-width="{stroke * 0.7:.2f}"/>'
        f'<path d="M-6 {hip - 14:.1f}H12V{hip - 2:.1f}Q3 {hip + 4:.1f}-6 {hip - 2:.1f}z" stroke="{INK}" '
        f'stroke-width="{stroke * 0.6:.2f}"/>'
    )


PATTERNS: Mapping[str, Callable[[Build, float, float, float], str]] = MappingProxyType(
    {
        "plain": _plain, "stripes": _stripes, "band": _band, "star": _star, "dots": _dots, "open": _open,
        "apron": _apron,
    }
)  # fmt: skip


def _round(top: float, stroke: float) -> str:
    line = f"M-9 {top + 1:.1f}Q2 {top + 10:.1f} 13 {top + 1:.1f}"
    return f'<path d="{line}" stroke-width="{stroke * 0.75:.2f}" opacity=".8"/>'


def _hood(top: float, stroke: float) -> str:
    return (
        f'<path d="M-14 {top + 2:.1f}Q-9 {top - 4:.1f}-6 {top - 1:.1f}Q3 {top + 8:.1f} 11 {top - 2:.1f}'
        f'Q15 {top - 4:.1f} 18 {top + 2:.1f}Q13 {top + 12:.1f} 4 {top + 13:.1f}Q-8 {top + 12:.1f}-14 {top + 2:.1f}z" '
        f'fill="{TOP}"/><path d="M0 {top + 12:.1f}V{top + 23:.1f}M8 {top + 12:.1f}V{top + 22:.1f}" stroke="{TRIM}" '
        f'stroke-width="{stroke * 0.8:.2f}"/>'
    )


def _shirt(top: float, stroke: float) -> str:
    return (
        f'<path d="M-8 {top:.1f}L-5 {top + 11:.1f}L4 {top + 5:.1f}L11 {top + 10:.1f}L13 {top - 1:.1f}'
        f'Q3 {top + 6:.1f}-8 {top:.1f}z" fill="var(--collar, #fffaf0)"/>'
    )


def _roll(top: float, stroke: float) -> str:
    return (
        f'<path d="M-9 {top + 3:.1f}Q-11 {top - 6:.1f}-7 {top - 6:.1f}Q2 {top - 1:.1f} 11 {top - 6:.1f}'
        f'Q15 {top - 5:.1f} 13 {top + 3:.1f}Q2 {top + 9:.1f}-9 {top + 3:.1f}z" fill="{TOP}"/>'
    )


COLLARS: Mapping[str, Callable[[float, float], str]] = MappingProxyType(
    {"round": _round, "hood": _hood, "shirt": _shirt, "roll": _roll}
)
