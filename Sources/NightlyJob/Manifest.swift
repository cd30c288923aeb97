internal import Contributions
internal import Crypto
internal import Foundation
internal import Intake
private import Reporting

/// `manifest.json`: what a report was made from and by, written last.
///
/// It holds no clock: the same inputs, settings and as-of day give the same bytes.
struct Manifest: Encodable {
    var format = formatName + "1"
    var version = Product.version
    var asOf: String
    var ledgerUntil: String?
    /// The first month that was looked at; absent outside a workspace.
    var windowFrom: String?
    var isTied: Bool
    var settings: SettingsEntry
    /// What the feed carries; absent where there is none.
    var feed: FeedEntry?
    var rules: [RuleEntry]
    var inputs: [InputEntry]
    var passedOver: [String]
    var outputs: [OutputEntry] = []
    var previousManifest: String?

    enum CodingKeys: String, CodingKey {
        case format
        case version = "versi"
        case asOf = "per_tanggal"
        case ledgerUntil = "ledger_sampai"
        case windowFrom = "jendela_dari"
        case isTied = "seimbang"
        case settings = "pengaturan"
        case feed = "umpan"
        case rules = "aturan"
        case inputs = "masukan"
        case passedOver = "dilewati"
        case outputs = "keluaran"
        case previousManifest = "manifest_sebelumnya_sha256"
    }

    struct SettingsEntry: Codable, Equatable {
        var inactiveAfterMonths: Int
        var tolerance: [String: String]
        var rounding: String
        var collectiveLeaveShifts: Bool
        var expectsJPOfForeigners: Bool
        var cutTolerance: String
        var daysUntilCutIsSuspect: Int
        var ageingLimits: [Int]
        /// Absent in reports of versions before it.
        var mutationDeadline: String?
        /// The day of the following month by kind; absent where no file is expected.
        var expectedDeliveries: [String: String]?

        enum CodingKeys: String, CodingKey {
            case inactiveAfterMonths = "ambang_nonaktif_bulan"
            case tolerance = "toleransi"
            case rounding = "pembulatan"
            case collectiveLeaveShifts = "cuti_bersama_menggeser"
            case expectsJPOfForeigners = "jp_warga_asing"
            case cutTolerance = "toleransi_potongan"
            case daysUntilCutIsSuspect = "hari_dipotong_tidak_disetor"
            case ageingLimits = "umur_piutang_bulan"
            case mutationDeadline = "tenggat_mutasi"
            case expectedDeliveries = "kiriman_diharapkan"
        }
    }

    struct RuleEntry: Codable, Equatable {
        var table: String
        var digest: String
        var isReplaced: Bool

        enum CodingKeys: String, CodingKey {
            case table = "tabel"
            case digest = "sha256"
            case isReplaced = "diganti"
        }
    }

    /// Lines = header + accepted + rejected + blank + skipped; `continuation` counts the further
    /// physical lines of rows with line breaks inside quotes.
    struct InputEntry: Encodable {
        var name: String
        var kind: String?
        /// The intake profile that read the file; none for the canonical form.
        var profile: String?
        /// The number of its delivery and the night that received it; absent outside a workspace.
        var delivery: Int?
        var received: String?
        /// What the user said of the file beside what stands in it; none where he said nothing.
        var hints: [String: String]?
        var size: Int
        var digest: String
        var state: String
        var reason: String?
        var lines: Int
        var header: Int
        var accepted: Int
        var rejected: Int
        var blank: Int
        var skipped: Int
        var continuation: Int
        var ignoredColumns: [String]

        enum CodingKeys: String, CodingKey {
            case name = "berkas"
            case kind = "jenis"
            case profile = "profil"
            case delivery = "kiriman"
            case received = "malam"
            case hints = "petunjuk"
            case size = "ukuran"
            case digest = "sha256"
            case state = "keadaan"
            case reason = "alasan"
            case lines = "baris"
            case header = "judul"
            case accepted = "diterima"
            case rejected = "ditolak"
            case blank = "kosong"
            case skipped = "dilewati"
            case continuation = "lanjutan"
            case ignoredColumns = "kolom_diabaikan"
        }
    }

    struct OutputEntry: Encodable {
        var name: String
        var size: Int
        var digest: String

        enum CodingKeys: String, CodingKey {
            case name = "berkas"
            case size = "ukuran"
            case digest = "sha256"
        }
    }
}

extension Manifest {
    /// The settings of the diagnosis feed.
    struct FeedEntry: Encodable {
        var columns: [String]
        /// Tells which key made its tokens; absent where it has none.
        var keyMark: String?

        enum CodingKeys: String, CodingKey {
            case columns = "kolom"
            case keyMark = "kunci_token"
        }

        init(_ settings: FeedSettings) {
            columns = settings.fields.names
            keyMark = settings.key?.mark
        }
    }

    /// What ``format`` begins with, whatever its version.
    static let formatName = "iuran-laporan/"
    /// The state of an input file of which nothing was used.
    static let refused = "ditolak"

    init(
        run: RunDates,
        outcome: Outcome,
        settings: Settings,
        inputs: [InputSummary],
        deliveries: Deliveries?,
        windowFrom: ContributionMonth?,
        passedOver: [String],
        previous: PreviousReport?
    ) {
        asOf = run.asOf.description
        ledgerUntil = run.ledgerUntil?.description
        isTied = outcome.isTied
        self.settings = SettingsEntry(settings.policy)
        feed = settings.feed.isWritten ? FeedEntry(settings.feed) : nil
        rules = RuleTable.allCases.map { table in
            RuleEntry(
                table: table.rawValue,
                digest: SHA256.hash(data: settings.tables[table] ?? table.embedded).hexadecimal,
                isReplaced: settings.tables[table] != nil
            )
        }
        let skippedRows = outcome.skippedRows
        self.windowFrom = windowFrom?.description
        self.inputs = inputs.enumerated().map { index, input in
            var entry = InputEntry(input, skipped: skippedRows[index] ?? 0)
            entry.delivery = deliveries?.numbers[index]
            entry.received = deliveries?.nights[index].description
            return entry
        }
        self.passedOver = passedOver
        previousManifest = previous?.manifestDigest
    }

    /// Lists the files of the report, once they are written.
    mutating func list(_ outputs: [OutputSummary]) {
        self.outputs = outputs.sorted { $0.name < $1.name }.map {
            OutputEntry(name: $0.name, size: $0.size, digest: $0.digest)
        }
    }

    /// The manifest as JSON with a line end.
    func encoded() throws(Failure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
        } catch {
            throw Failure(.cannotWrite, "cannot encode the manifest: \(error)")
        }
    }
}

extension Manifest.SettingsEntry {
    init(_ policy: Policy) {
        inactiveAfterMonths = policy.inactiveAfterMonths
        tolerance = ["umum": policy.tolerance.general.decimalText]
        for share in Share.allCases {
            tolerance[share.column] = policy.tolerance.perShare[share].decimalText
        }
        rounding = policy.rounding.rawValue
        collectiveLeaveShifts = policy.collectiveLeaveShifts
        expectsJPOfForeigners = policy.expectsJPOfForeigners
        cutTolerance = policy.cutTolerance.decimalText
        daysUntilCutIsSuspect = policy.daysUntilCutIsSuspect
        ageingLimits = policy.ageingLimits
        mutationDeadline = policy.mutationDeadline.code
        expectedDeliveries = policy.expectedDeliveries.map { expected in
            [
                "payroll": "\(expected.payrollDay)", "ledger": "\(expected.ledgerDay)",
                "register": "\(expected.registerDay)",
                "kecuali": expected.exempt.sorted().joined(separator: ";"),
            ]
        }
    }
}

extension Manifest.InputEntry {
    fileprivate init(_ input: InputSummary, skipped later: Int) {
        name = input.file.name
        kind = input.kind?.rawValue
        size = input.file.size
        digest = input.file.digest ?? ""
        switch input.file.state {
        case .readable, .parsed: state = "dibaca"
        case .profiled(let file):
            state = "dibaca"
            profile = file.profile.name
            hints = Self.entries(file.hints)
        case .twin: state = "kembar"
        case .refused(let refusal):
            state = Manifest.refused
            reason = refusal.messageForLogs
        }
        header = input.headerLines
        // Twins and replaced rows were readable, and are not counted in the report.
        skipped = input.skipped + later + input.skippedLines.reduce(0) { $0 + $1.count }
        accepted = input.counts.accepted - later
        rejected = input.counts.rejected
        blank = input.counts.blank
        continuation = input.counts.continuationLines
        lines = header + accepted + rejected + blank + skipped
        ignoredColumns = input.ignoredColumns
    }
}

extension Manifest.InputEntry {
    /// The hints that a user gave, or nil.
    private static func entries(_ hints: IntakeHints) -> [String: String]? {
        var entries: [String: String] = [:]
        entries["npp"] = hints.npp.map { String(decoding: $0, as: UTF8.self) }
        entries["blth"] = hints.month?.description
        entries["blth_periode"] = hints.periodMonth?.rawValue
        for (npp, choice) in hints.periodMonths {
            entries["blth_periode \(String(decoding: npp, as: UTF8.self))"] = choice.rawValue
        }
        entries["tanggal"] = hints.dateOrder?.rawValue
        entries["profil"] = hints.profile
        return entries.isEmpty ? nil : entries
    }
}

/// The program itself.
package enum Product {
    package static let version = "0.1.0"
}
