"""The drawing library: everything fits together, weighs little, and nothing it loses breaks."""

import gzip
import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from guides.art import Figure, FrameSpec, frame_svg, library, sheet_svg, thumbnail_svg
from guides.art.library import HERE
from guides.art.words import words
from tests.test_consistency import ROOT

POSES = list(words("fr")["poses"])
MOODS = list(words("fr")["moods"])
KILOBYTE = 1024


def frame(text: str) -> FrameSpec:
    return FrameSpec.parse(text)


@pytest.mark.parametrize("who", library().cast)
def test_every_character_can_do_and_feel_everything(who):
    for pose, mood in itertools.product(POSES, MOODS):
        ET.fromstring(frame_svg(FrameSpec("plain", (Figure(who, pose, mood),))))


@pytest.mark.parametrize("scene", library().scenes)
def test_every_scene_is_well_formed_alone_and_with_three_people(scene):
    crowd = tuple(Figure(who) for who in ("jeanne", "malo", "nadia"))
    ET.fromstring(frame_svg(FrameSpec(scene)))
    ET.fromstring(frame_svg(FrameSpec(scene, crowd)))


def test_a_frame_weighs_at_most_eight_kilobytes_even_with_three_people():
    heavy = [("jeanne", "malo", "fanch"), ("nadia", "crook", "awa"), ("issa", "kadi", "yann")]
    for scene, crowd, pose in itertools.product(library().scenes, heavy, POSES):
        picture = frame_svg(FrameSpec(scene, tuple(Figure(who, pose, "scared") for who in crowd)))
        assert len(gzip.compress(picture, 9)) <= 8 * KILOBYTE, (scene, crowd, pose)


def test_there_is_enough_to_tell_a_story_with():
    assert len(library().scenes) >= 10
    assert len(MOODS) >= 8
    assert len(library().people) >= 12
    assert {"phone", "laptop", "letter", "wheelchair"} <= set(POSES)


def test_a_spec_reads_back_as_it_was_written():
    text = "living-room~jeanne.phone.thoughtful.r~yann.idle.wary.l"
    assert str(frame(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kitchen~",
        "kitchen~jeanne",
        "kitchen~jeanne.phone.happy.x",
        "../etc~jeanne.phone.happy.r",
        "kitchen~jeanne.phone.happy.r\n",
        "<svg>",
        "kitchen" + "~jeanne.idle.happy.r" * 4,
        "a" * 500,
    ],
)
def test_what_is_not_a_frame_is_refused(text):
    with pytest.raises(ValueError, match="not a frame"):
        frame(text)


def test_what_the_library_has_lost_still_reads():
    old = frame("castle~merlin.juggles.dazzled.r~jeanne.idle.happy.l")
    assert str(old.known()) == "plain~someone.idle.neutral.r~jeanne.idle.happy.l"
    ET.fromstring(frame_svg(old))
    ET.fromstring(sheet_svg((old, frame("kitchen"))))


def test_a_sheet_shows_each_frame_by_its_number_and_draws_each_part_once():
    specs = tuple(map(frame, ["kitchen~jeanne.phone.happy.r", "kitchen~jeanne.phone.sad.r"]))
    sheet = sheet_svg(specs).decode()
    assert re.findall(r'<view id="(\d)" viewBox="0 (\d+) ', sheet) == [("1", "0"), ("2", "300")]
    assert sheet.count('<g id="pose-phone">') == 1
    ids = [element.get("id") for element in ET.fromstring(sheet).iter() if element.get("id")]
    used = re.findall(r'href="#([^"]+)"', sheet)
    assert len(ids) == len(set(ids))
    assert set(used) <= set(ids)


def test_a_drawing_holds_no_text_no_script_and_no_address():
    everything = b"".join(path.read_bytes() for path in HERE.rglob("*.svg")).decode()
    for word in ("<text", "<script", "<image", "href", " on"):
        assert word not in everything.replace("evenodd", ""), word
    assert set(re.findall(r"https?://\S+?\"", everything)) == {'http://www.w3.org/2000/svg"'}


def test_every_choice_has_its_small_picture():
    choices = {"who": library().people, "pose": POSES, "mood": MOODS, "scene": library().scenes}
    for kind, keys in choices.items():
        for key in keys:
            ET.fromstring(thumbnail_svg(kind, key))
    with pytest.raises(KeyError):
        thumbnail_svg("mood", "dazzled")


def test_the_wall_goes_on_behind_the_bubbles_in_the_same_colour():
    css = (ROOT / "static/css/guide.css").read_text()
    for name, scene in library().scenes.items():
        assert f".wall-{name} {{ background: {scene.wall} }}" in css


def test_every_part_is_under_a_licence_kept_beside_it():
    licences = {path.name for path in (HERE / "licences").iterdir()}
    assert {"open-peeps-CC0.txt", "react-peeps-MIT.txt"} <= licences
