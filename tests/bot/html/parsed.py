"""A page as a parser of the HTML standard reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every element of a page in the order of its text, and what the standard calls wrong."""

    top: Element
    errors: tuple[str, ...]

    @property
    def elements(self) -> Iterator[Element]:
        return (element for element in self.top.iter() if isinstance(element.tag, str))

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the elements and the names of their attributes, without any text."""
        return [(one.tag, tuple(sorted(one.attrib))) for one in self.elements]

    @property
    def text(self) -> str:
        """Return what stands in the page as text."""
        return "".join(self.top.itertext())

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute wherever it stands."""
        found = (element.get(attribute) for element in self.elements)
        return [value for value in found if value is not None]


def parse(page: str) -> Parsed:
    parser = HTMLParser(namespace_html_elements=False)
    top = parser.parse(page)
    return Parsed(top, tuple(str(error) for error in parser.errors))
