"""A corpus of any size from a seed: articles about invented people in real places, no two alike.

``python benchmarks/corpus.py FOLDER COUNT [SEED]`` writes it. The sentences are ours; names of persons are put together
from syllables that say that they are invented (Thử, Mẫu), so that nobody is meant. As in real reports, most sentences
state nothing: the five articles that extraction was measured on give 203 triples per 1,000 characters, these 212
(tests/benchmarks/test_corpus.py), at 1,500 characters an article.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from kgraph.registry.places import Place, places
from kgraph.registry.programmes import programmes

FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Vũ", "Ngô", "Dương", "Đinh")
MIDDLE: Final = ("Thị", "Thị Thử", "Thị Mẫu", "Thị Ví", "Thị Giả", "Thị Bịa")
GIVEN: Final = ("Thử", "Mẫu", "Dụ", "Giả", "Tưởng", "Bịa", "Minh Họa", "Làm Mẫu", "Ví Dụ", "Thử Nghiệm")
POSTS: Final = ("Chủ tịch", "Phó Chủ tịch", "Ủy viên Ban Thường vụ", "Phó Chủ tịch Thường trực")
TITLES: Final = (
    "{union} tổng kết công tác Hội năm {year}",
    "{union}: nhiều hoạt động hướng về hội viên",
    "Phụ nữ {place} chung tay xây dựng gia đình hạnh phúc",
    "{union} sơ kết 6 tháng đầu năm {year}",
    "{union} ký kết giao ước thi đua năm {year}",
)
SENTENCES: Final = (
    "Ngày {day}/{month}/{year}, {union} tổ chức Hội nghị tổng kết công tác Hội và phong trào phụ nữ năm {year}.",
    "Dự hội nghị có đồng chí {person}, {post} {union}.",
    "Tới dự có đồng chí {person} - {post} {upper}; đồng chí {person2}, {post} {union}.",
    "Phát biểu tại hội nghị, đồng chí {person}, {post} {upper} ghi nhận kết quả mà các cấp Hội đạt được.",
    "{union} triển khai {programme} tại {n} cơ sở Hội.",
    "Năm {year}, {union} đã vận động {n} hội viên tham gia {programme}, với số tiền {money} triệu đồng.",
    "Các cấp Hội trong {place} nhận đỡ đầu {n} trẻ mồ côi với tổng kinh phí trên {money} triệu đồng.",
    "Thực hiện {programme}, {union} hỗ trợ {n} phụ nữ khởi nghiệp, trong đó có {few} hộ nghèo.",
    "{union} phối hợp với Công an {place} ký kết chương trình phối hợp giai đoạn {year}-{later}.",
    "Hội đã trao {few} suất quà, mỗi suất trị giá {few}00.000 đồng cho phụ nữ có hoàn cảnh khó khăn.",
    "Đến nay, {union} có {n} hội viên, đạt {percent}% phụ nữ từ 18 tuổi trở lên.",
    "Nhân dịp này, {upper} tặng Bằng khen cho {few} tập thể và {few} cá nhân có thành tích xuất sắc.",
    "{union} đặt chỉ tiêu năm {later} vận động ít nhất {n} hội viên tham gia bảo hiểm xã hội tự nguyện.",
    "Chủ đề năm {year} được {union} chọn là “An toàn cho phụ nữ và trẻ em”.",
    "Hội duy trì {few} mô hình phụ nữ thu gom rác thải, {few} tuyến đường hoa và {few} câu lạc bộ.",
    "Thực hiện Quyết định số {few}39/QĐ-TTg của Thủ tướng Chính phủ, các cấp Hội mở {few} lớp tập huấn cho {n} người.",
    "Trong quý {quarter} năm {year}, {union} thành lập mới {few} tổ hợp tác do phụ nữ quản lý.",
    "Các chi hội quyên góp được {money} triệu đồng ủng hộ quỹ phòng, chống dịch.",
)

PROSE: Final = (
    "Không khí buổi gặp mặt {mood}, ai cũng mong được góp {gift} của mình vào {work}.",
    "Nhiều chị tâm sự rằng nhờ {work} mà cuộc sống {mood2}, con cái được {care} hơn trước.",
    "Từ {time}, các chị đã cùng nhau {act}, {act2} để {aim}.",
    "Khó khăn lớn nhất vẫn là {trouble}, nhưng chị em luôn {mood2} và biết {act}.",
    "Mỗi người một việc, người thì {act}, người thì {act2}, ai nấy đều {mood}.",
    "Theo nhiều chị, muốn {aim} thì trước hết phải {act}, sau đó mới tính đến {work}.",
    "Bà con cho biết {work} giúp họ {act} và bớt lo về {trouble}.",
    "Cách làm ấy tuy giản dị nhưng {mood2}, vừa giúp {aim} vừa tạo thói quen {act} trong từng gia đình.",
    "Thời gian tới, chị em mong có thêm {gift} để {act2} và {aim}.",
    "Chiều muộn, những câu chuyện về {trouble}, về {work} vẫn còn {mood} bên ấm trà.",
)
"""What most of a report consists of: words that state nothing kgraph knows of."""
WORDS: Final = {
    "mood": ("ấm áp", "sôi nổi", "vui tươi", "rộn ràng", "thân tình", "đầm ấm"),
    "mood2": ("thiết thực", "ý nghĩa", "bền bỉ", "nhẹ nhàng hơn", "khấm khá dần", "đỡ vất vả"),
    "gift": ("công sức", "tiếng nói", "tấm lòng", "thời gian rảnh", "kinh nghiệm", "chút vốn liếng"),
    "work": ("việc chung", "vườn rau sạch", "nghề đan lát", "tổ may gia công", "bếp ăn tình thương", "đường làng sạch"),
    "care": ("chăm sóc", "học hành", "vui chơi", "lắng nghe", "dạy dỗ", "đến lớp đều đặn"),
    "time": ("mấy tháng nay", "đầu mùa mưa", "khi có dịch", "ngày mới thành lập", "vụ gặt vừa rồi", "dịp giáp Tết"),
    "act": ("dọn dẹp đường làng", "trồng thêm hoa", "thăm hỏi người già", "phân loại rác", "nuôi thêm gà", "học chữ"),
    "act2": ("chia sẻ việc nhà", "gom từng vỏ chai", "vá lại lưới", "đưa trẻ đến trường", "tập dân vũ", "ghi thu chi"),
    "aim": ("nhà cửa gọn gàng", "giữ nếp nhà", "xóm làng bình yên", "con trẻ vui hơn", "có đồng ra đồng vào"),
    "trouble": ("mưa lũ", "giá cả bấp bênh", "thiếu nước sạch", "đường sá xa xôi", "con nhỏ ốm đau", "ruộng manh mún"),
}  # fmt: skip
"""Words that the prose is varied with, so that no two reports come out as editions of one."""


@lru_cache(maxsize=1)
def provinces() -> tuple[tuple[Place, tuple[Place, ...]], ...]:
    """The provinces before July 2025 with their districts."""
    known = places()
    found = [(place, known.children(place.key)) for place in known if place.level == "province"]
    of_then = [(place, below) for place, below in found if not place.valid_from.startswith("2025")]
    known_then = ((province, tuple(d for d in below if d.level == "district")) for province, below in of_then)
    return tuple((province, districts) for province, districts in known_then if districts)


def article(chance: random.Random) -> str:
    """One article about one union of a province or district: a third of its sentences state facts."""
    province, districts = chance.choice(provinces())
    here = chance.choice([province, *districts])
    upper = "Hội LHPN Việt Nam" if here is province else f"Hội LHPN {province.label}"
    told = [_sentence(chance, here, upper, chance.choice(TITLES))]
    told += [_sentence(chance, here, upper, form) for form in chance.choices(SENTENCES, k=chance.randint(3, 7))]
    told += [_prose(chance) for _ in range(chance.randint(6, 13))]
    told[1:] = chance.sample(told[1:], len(told) - 1)
    body = "\n".join(" ".join(told[i : i + 3]) for i in range(1, len(told), 3))
    return f"{told[0]}\n{body}\n"


def _sentence(chance: random.Random, here: Place, upper: str, form: str) -> str:
    year = chance.randint(2017, 2023)
    return form.format(
        union=f"Hội LHPN {here.label}", upper=upper, place=here.label, person=_person(chance),
        person2=_person(chance), post=chance.choice(POSTS), programme=_programme(chance), year=year, later=year + 1,
        day=chance.randint(1, 28), month=chance.randint(1, 12), n=chance.randint(120, 9_800), few=chance.randint(2, 98),
        money=chance.randint(110, 990), percent=chance.randint(51, 99), quarter=chance.choice(("I", "II", "III", "IV")),
    )  # fmt: skip


def _prose(chance: random.Random) -> str:
    return chance.choice(PROSE).format(**{slot: chance.choice(words) for slot, words in WORDS.items()})


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(sorted(programme.label for programme in programmes()))


def _programme(chance: random.Random) -> str:
    return f"chương trình “{chance.choice(_names())}”"


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """*count* articles; the same *seed* gives the same ones, and a longer corpus begins with the shorter one."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    for _ in range(count):
        yield article(chance)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """The corpus as files below *folder*, a thousand to a folder."""
    for number, text in enumerate(texts(count, seed)):
        part = folder / f"{number // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{number:06}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
