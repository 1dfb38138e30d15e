"""Available memory, as the kernel reports it for the machine and for a container."""

from designer.export.process.memory import available_bytes

MEMINFO = "MemTotal:       24000000 kB\nMemFree: 100 kB\nMemAvailable:   2000000 kB\n"


def container(folder, limit, current, inactive):
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{current}\n")
    (folder / "memory.stat").write_text(f"anon 1\ninactive_file {inactive}\n")


def test_the_machine_and_its_container(tmp_path):
    meminfo = tmp_path / "meminfo"
    assert available_bytes(meminfo, tmp_path) is None
    meminfo.write_text(MEMINFO)
    assert available_bytes(meminfo, tmp_path) == 2_048_000_000
    container(tmp_path, 1_500_000_000, 900_000_000, 100_000_000)
    assert available_bytes(meminfo, tmp_path) == 700_000_000
    container(tmp_path, "max", 900_000_000, 100_000_000)
    assert available_bytes(meminfo, tmp_path) == 2_048_000_000


def test_this_machine():
    available = available_bytes()
    assert available is None or 0 < available < 2**50
