"""What others say of the same rows: a plain exact join, and Splink with DuckDB."""
import collections
import re

PUNCTUATION = re.compile(r"[^A-Z0-9 ]")
DAMAGED = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)


def exact_join(labelled):
    """npp and kpj are equal, or npp and nik: a JOIN as one writes it; cells that a spreadsheet destroyed join nobody."""
    index = collections.defaultdict(set)
    for line, row in labelled.payroll.items():
        for column in ("kpj", "nik"):
            if usable(row[column]):
                index[row["npp"], column, row[column]].add(line)
    return {(row.table, row.line): index[row.npp, "kpj", usable(row.kpj)] | index[row.npp, "nik", usable(row.nik)]
            for row in labelled.bpjs}


def usable(number):
    return number if number and not DAMAGED.fullmatch(number) else None


def cleaned(name):
    """Upper case without punctuation, which is what people do before they link."""
    return " ".join(PUNCTUATION.sub(" ", name.upper()).split()) or None


class Splink:
    """Splink's Fellegi-Sunter model, trained on the set itself without the truth."""

    def __init__(self, labelled):
        self.labelled = labelled

    def link(self, seed=1):
        """(table, line) -> {payroll line: probability}, for pairs of at least 0.5."""
        import pandas
        import splink.comparison_library as comparisons
        from splink import Linker, SettingsCreator, block_on
        from splink.internals.duckdb.database_api import DuckDBAPI

        payroll = pandas.DataFrame([
            self.record(f"p{line}", row["npp"], row["kpj"], row["nik"], row["nama"], row.get("tanggal_lahir", ""))
            for line, row in self.labelled.payroll.items()])
        bpjs = pandas.DataFrame([
            self.record(f"{row.table[0]}{row.line}", row.npp, row.kpj, row.nik, row.name, row.born)
            for row in self.labelled.bpjs])
        settings = SettingsCreator(
            link_type="link_only",
            comparisons=[
                comparisons.DamerauLevenshteinAtThresholds("kpj", 1),
                comparisons.DamerauLevenshteinAtThresholds("nik", 1),
                comparisons.JaroWinklerAtThresholds("nama", [0.92, 0.8]).configure(term_frequency_adjustments=True),
                comparisons.DateOfBirthComparison("lahir", input_is_string=True),
            ],
            blocking_rules_to_generate_predictions=[
                block_on("npp", "kpj"), block_on("npp", "nik"), block_on("npp", "lahir"), block_on("npp", "nama"),
                block_on("npp", "substr(nik, 1, 12)"), block_on("npp", "substr(nik, 5, 12)"),
                block_on("npp", "substr(kpj, 1, 6)"), block_on("npp", "substr(kpj, 6, 6)"),
            ],
            retain_matching_columns=False,
        )
        api = DuckDBAPI()
        linker = Linker(
            [api.register(payroll, dataset_display_name="payroll"), api.register(bpjs, dataset_display_name="bpjs")],
            settings, log_level="WARNING")
        linker.training.estimate_probability_two_random_records_match(
            [block_on("npp", "kpj"), block_on("npp", "nik")], recall=0.9)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=seed)
        for rule in (block_on("npp", "lahir"), block_on("npp", "nama"), block_on("npp", "kpj")):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
        return self.by_row(found)

    @staticmethod
    def record(key, npp, kpj, nik, name, born):
        return {"unique_id": key, "npp": npp, "kpj": usable(kpj), "nik": usable(nik), "nama": cleaned(name),
                "lahir": born or None}

    @staticmethod
    def by_row(found):
        tables = {"l": "ledger", "r": "register"}
        said = collections.defaultdict(dict)
        for left, right, probability in zip(found["unique_id_l"], found["unique_id_r"], found["match_probability"]):
            payroll, other = (left, right) if left.startswith("p") else (right, left)
            said[tables[other[0]], int(other[1:])][int(payroll[1:])] = probability
        return said
