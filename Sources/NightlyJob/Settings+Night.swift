package import Contributions
internal import Yams

/// What the nightly job does beside reconciling.
package struct NightSettings: Sendable {
    /// The months that a report reaches back (`jendela_bulan`).
    package var windowMonths = 24
    /// The years for which original bytes are kept (`retensi_tahun`).
    package var retentionYears = 10
    /// What becomes of an upload with a bad row (`kebijakan_unggahan`).
    package var uploadPolicy = UploadPolicy.all
    /// The share of an employer's workers, in per cent, that a new payroll may lose
    /// (`batas_kehilangan_pekerja`).
    package var lossLimitPercent = 10
    /// The missed nights that are made up for (`kejar_malam`).
    package var catchUpNights = 31
    /// Whether a file in the inbox is complete by its name alone (`berkas_terbuka`).
    package var trustsNames = false
    package var expectedDeliveries = ExpectedDeliveries()
    /// Where metrics are written (`metrik`); empty for nowhere.
    package var metrics = "metrik/iuran.prom"
    /// An address to call after a night (`ping`).
    package var ping: String?

    static let keys = [
        "jendela_bulan", "retensi_tahun", "kebijakan_unggahan", "batas_kehilangan_pekerja",
        "kejar_malam", "berkas_terbuka", "kiriman_diharapkan", "metrik", "ping",
    ]
}

extension Settings {
    /// Sets a key of the nightly job.
    ///
    /// - Returns: Whether it is one.
    mutating func setNight(_ key: String, _ value: Node) throws(SettingProblem) -> Bool {
        switch key {
        case "jendela_bulan": night.windowMonths = try int(value, 1...120)
        case "retensi_tahun": night.retentionYears = try int(value, 1...30)
        case "kebijakan_unggahan":
            switch value.string {
            case "semua": night.uploadPolicy = .all
            case "baik": night.uploadPolicy = .good
            default: throw SettingProblem("found \(shown(value)), expected semua or baik")
            }
        case "batas_kehilangan_pekerja": night.lossLimitPercent = try int(value, 0...100)
        case "kejar_malam": night.catchUpNights = try int(value, 0...366)
        case "berkas_terbuka":
            switch value.string {
            case "periksa": night.trustsNames = false
            case "percaya-nama": night.trustsNames = true
            default: throw SettingProblem("found \(shown(value)), expected periksa or percaya-nama")
            }
        case "kiriman_diharapkan":
            night.expectedDeliveries = try expectedDeliveries(value)
            policy.expectedDeliveries = night.expectedDeliveries
        case "metrik": night.metrics = value.string ?? ""
        case "ping":
            let address = value.string ?? ""
            guard address.isEmpty || address.hasPrefix("https://") || address.hasPrefix("http://")
            else {
                throw SettingProblem("found \(shown(value)), expected an http or https address")
            }
            night.ping = address.isEmpty ? nil : address
        default: return false
        }
        return true
    }

    private func expectedDeliveries(_ value: Node) throws(SettingProblem) -> ExpectedDeliveries {
        guard let mapping = value.mapping else {
            throw SettingProblem("expected days by kind, such as `payroll: 10`")
        }
        var expected = ExpectedDeliveries()
        for (keyNode, value) in mapping {
            switch keyNode.string {
            case "payroll": expected.payrollDay = try int(value, 0...31)
            case "ledger": expected.ledgerDay = try int(value, 0...31)
            case "register": expected.registerDay = try int(value, 0...31)
            case "kecuali":
                guard let npps = value.sequence else {
                    throw SettingProblem("kecuali: expected a list of NPP")
                }
                for npp in npps {
                    expected.exempt.insert(String(decoding: try self.npp(npp), as: UTF8.self))
                }
            default:
                throw SettingProblem(
                    "unknown kind \(shown(keyNode)), expected payroll, ledger, register or kecuali"
                )
            }
        }
        return expected
    }
}
