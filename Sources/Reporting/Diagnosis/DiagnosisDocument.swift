package import Contributions
private import Foundation

/// The answer to a question, for programs: `iuran diagnose --format json`.
///
/// The keys are these names in lower_snake_case. `Diagnosis/Schema/diagnosa.schema.json` describes
/// them; `DiagnosisSchemaTests` hold both together.
package struct DiagnosisDocument: Encodable {
    /// The name and version of the document.
    package static let formatName = "iuran-diagnosa/1"

    var format = Self.formatName
    var perTanggal: String
    var jenis: String
    /// The number that was asked for, its middle hidden, or the token.
    var dicari: String
    var ditemukan: Bool
    var orang: [Person]
    var calon: [Candidate]
    var peringatan: String

    /// A person with all memberships.
    struct Person: Encodable {
        var statusOrang: String
        var statusOrangNama: String
        var tunggakan: String
        var jawaban: String
        var kepesertaan: [MembershipDocument]
    }

    /// A number that differs by a typing error.
    struct Candidate: Encodable {
        var jenis: String
        var nomor: String
        var nama: String
        var perbedaan: String
    }

    /// - Parameters:
    ///   - kind: What was asked for: `kpj`, `nik` or `token`.
    ///   - asked: The number as it may be shown.
    ///   - persons: Who has it.
    ///   - candidates: Who nearly has it.
    ///   - head: What the feed says of itself.
    package init(
        kind: String,
        asked: String,
        persons: [PersonDiagnosis],
        candidates: [DiagnosisCandidate],
        _ head: FeedHead
    ) {
        perTanggal = head.asOf.description
        jenis = kind
        dicari = asked
        ditemukan = !persons.isEmpty
        orang = persons.map { person in
            Person(
                statusOrang: person.status.code,
                statusOrangNama: person.status.name,
                tunggakan: person.arrears.decimalText,
                jawaban: AnswerText.render(person, head),
                kepesertaan: person.memberships.map { MembershipDocument($0, head) }
            )
        }
        calon = candidates.map { candidate in
            Candidate(
                jenis: candidate.kind.rawValue,
                nomor: candidate.number,
                nama: candidate.name,
                perbedaan: candidate.difference
            )
        }
        peringatan = Caveat.text(head.asOf)
    }

    /// The document as indented JSON.
    ///
    /// - Throws: What the encoder throws; an answer has nothing that it cannot encode.
    package func bytes() throws -> [UInt8] { try ReportJSON.bytes(of: self) }

    /// The document as one line.
    ///
    /// - Throws: What the encoder throws; an answer has nothing that it cannot encode.
    package func line() throws -> [UInt8] { try ReportJSON.line(of: self) }

    /// The JSON Schema of the document, and of the lines of all workers.
    package static var schema: [UInt8] { PackageResources.diagnosa_schema_json }
}

/// A membership, for programs: a row of the feed in words, a line of `iuran diagnose --all`.
package struct MembershipDocument: Encodable {
    var npp: String
    var namaPerusahaan: String
    var kpj: String?
    var nik: String?
    var tokenKpj: String?
    var tokenNik: String?
    var nama: String?
    var tanggalLahir: String?
    var status: String
    var statusBpjs: String
    var penyebab: String
    var penyebabLain: [String]
    var masalahAkun: [String]
    var tanda: SignsEntry
    var bulanBerturut: Int
    var bulanTunggakan: Int
    var tunggakan: String
    var dendaEstimasi: String
    var blthLunasTerakhir: String?
    var tanggalBayarTerakhir: String?
    var nonaktifSejak: String?
    var akanNonaktifPada: String?
    var bulan: [MonthEntry]
    var temuan: [FindingEntry]
    var langkah: StepEntry
    var jawaban: String
    var dataSampai: ReachEntry

    /// The four signs, each with what it rests on.
    struct SignsEntry: Encodable {
        var kartuDigital: SignEntry
        var riwayatIuran: SignEntry
        var saldoJht: SignEntry
        var perusahaanTerakhir: SignEntry
    }

    struct SignEntry: Encodable {
        var nilai: String
        var blth: String?
        var jumlah: String?
        var bukti: String?
    }

    struct MonthEntry: Encodable {
        var blth: String
        var statusIuran: String
        var jatuhTempo: String
        var terutang: String
        var ditagih: String
        var diterima: String
        var kurang: String
        var buktiPayroll: String?
        var buktiIuran: String?
    }

    struct FindingEntry: Encodable {
        var kode: String
        var tingkat: String
        var blth: String?
        var bukti: String?
        var kolom: String?
        var nilai: String?
        var pesan: String
        var saran: String
    }

    struct StepEntry: Encodable {
        var langkah: String
        var pelaku: String
        var kanal: String
        var sampai: String?
    }

    struct ReachEntry: Encodable {
        var payroll: String?
        var bukuIuran: String?
        var daftarPeserta: Bool
    }

    package init(_ diagnosis: Diagnosis, _ head: FeedHead) {
        let evidence = diagnosis.evidence
        npp = diagnosis.employer.npp
        namaPerusahaan = diagnosis.employer.name
        kpj = diagnosis.kpj.ifNotEmpty
        nik = diagnosis.nik.ifNotEmpty
        tokenKpj = diagnosis.tokenOfKPJ.ifNotEmpty
        tokenNik = diagnosis.tokenOfNIK.ifNotEmpty
        nama = diagnosis.name.ifNotEmpty
        tanggalLahir = diagnosis.birth.ifPresent?.description
        status = diagnosis.status.code
        statusBpjs = diagnosis.registerWord.code
        penyebab = diagnosis.cause.code
        penyebabLain = diagnosis.causes.dropFirst().map(\.code)
        masalahAkun = diagnosis.accountProblems.map(\.code)
        tanda = SignsEntry(diagnosis.signs, evidence, diagnosis.registerWord)
        bulanBerturut = diagnosis.unpaidRun
        bulanTunggakan = diagnosis.unpaidMonths
        tunggakan = diagnosis.arrears.decimalText
        dendaEstimasi = diagnosis.lateFee.decimalText
        blthLunasTerakhir = diagnosis.newestSettled?.description
        tanggalBayarTerakhir = diagnosis.lastPaid.ifPresent?.description
        nonaktifSejak = diagnosis.inactiveSince.ifPresent?.description
        akanNonaktifPada = diagnosis.inactiveOn.ifPresent?.description
        bulan = diagnosis.openMonths.map(MonthEntry.init)
        temuan = diagnosis.findings.map(FindingEntry.init)
        let step = diagnosis.nextStep(nextDueDate: head.nextDueDate)
        langkah = StepEntry(
            langkah: diagnosis.nextStepWords,
            pelaku: step.actor.code,
            kanal: step.channel.code,
            sampai: step.deadline.ifPresent?.description
        )
        jawaban = AnswerText.render(diagnosis, head)
        dataSampai = ReachEntry(
            payroll: diagnosis.employer.payrollUntil?.description,
            bukuIuran: diagnosis.employer.ledgerUntil?.description,
            daftarPeserta: diagnosis.employer.hasRegister
        )
    }

    /// The membership as one line.
    ///
    /// - Throws: What the encoder throws; a membership has nothing that it cannot encode.
    package func line() throws -> [UInt8] { try ReportJSON.line(of: self) }
}

// MARK: - Entries

extension MembershipDocument.SignsEntry {
    init(_ signs: Signs, _ evidence: Evidence, _ registerWord: RegisterStatus) {
        typealias Entry = MembershipDocument.SignEntry
        // A card that another employer's row shows active is not proven by the row of this one.
        let isElsewhere = signs.card == .yes && registerWord != .active
        kartuDigital = Entry(
            nilai: signs.card.code,
            bukti: isElsewhere ? nil : evidence.register?.text
        )
        riwayatIuran = Entry(
            nilai: signs.history.code,
            blth: evidence.month?.description,
            jumlah: evidence.month.map { _ in evidence.received.decimalText },
            bukti: evidence.money?.text
        )
        saldoJht = Entry(
            nilai: signs.balance.code,
            blth: evidence.month?.description,
            jumlah: evidence.month.map { _ in evidence.receivedJHT.decimalText },
            bukti: evidence.money?.text
        )
        perusahaanTerakhir = Entry(nilai: signs.employer.code, bukti: evidence.register?.text)
    }
}

extension MembershipDocument.MonthEntry {
    init(_ month: OpenMonth) {
        blth = month.month.description
        statusIuran = month.status.code
        jatuhTempo = month.dueDate.description
        terutang = month.due.decimalText
        ditagih = month.billed.decimalText
        diterima = month.received.decimalText
        kurang = month.short.decimalText
        buktiPayroll = month.payroll?.text
        buktiIuran = month.ledger?.text
    }
}

extension MembershipDocument.FindingEntry {
    init(_ finding: NotedFinding) {
        kode = finding.code.code
        tingkat = finding.code.severity.code
        blth = finding.month?.description
        bukti = finding.place?.text
        kolom = finding.column.ifNotEmpty
        nilai = finding.value.ifNotEmpty
        pesan = finding.code.trigger
        saran = finding.code.advice
    }
}

extension Place {
    /// The place as `file:line`.
    var text: String { "\(file):\(line)" }
}

extension String {
    fileprivate var ifNotEmpty: String? { isEmpty ? nil : self }
}
