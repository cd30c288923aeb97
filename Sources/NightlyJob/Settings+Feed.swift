internal import Contributions
package import Reporting
internal import Yams

/// What the diagnosis feed carries, and on which condition it answers.
package struct FeedSettings: Sendable {
    /// Whether each report has one (`umpan`).
    package var isWritten = true
    /// The identifying columns that it carries (`umpan_kolom`).
    package var fields = FeedFields.all
    /// Whether an answer needs the birth date (`verifikasi`).
    package var requiresBirthDate = false
    /// The key of its tokens (`kunci_token`); a workspace has its own.
    package var key: TokenKey?

    static let keys = ["umpan", "umpan_kolom", "verifikasi", "kunci_token"]
}

extension Settings {
    /// Sets a key of the diagnosis feed.
    ///
    /// - Returns: Whether it is one.
    mutating func setFeed(
        _ key: String,
        _ value: Node,
        _ folder: String
    ) throws(SettingProblem) -> Bool {
        switch key {
        case "umpan": feed.isWritten = try yesOrNo(value)
        case "umpan_kolom": feed.fields = try feedFields(value)
        case "verifikasi": feed.requiresBirthDate = try yesOrNo(value)
        case "kunci_token": try useKey(at: path(value.string ?? "", below: folder))
        default: return false
        }
        return true
    }

    private func feedFields(_ value: Node) throws(SettingProblem) -> FeedFields {
        let known = FeedFields.named.map(\.name).joined(separator: ", ")
        guard let names = value.sequence else {
            throw SettingProblem("expected a list of \(known)")
        }
        var fields: FeedFields = []
        for name in names {
            guard let field = FeedFields.named.first(where: { $0.name == name.string }) else {
                throw SettingProblem("unknown column \(shown(name)), expected some of \(known)")
            }
            fields.insert(field.field)
        }
        return fields
    }

    /// Takes the key of a file, which then has a say in the settings.
    mutating func useKey(at path: String) throws(SettingProblem) {
        let key = try TokenKey(path)
        feed.key = key
        // The mark tells keys apart and gives nothing away, as a digest of the file might.
        note(path, Array(key.mark.utf8))
    }

    /// Refuses to verify answers by what the feed does not carry.
    func requireVerifiableFeed() throws(SettingProblem) {
        guard feed.requiresBirthDate, !feed.fields.contains(.birth) else { return }
        throw SettingProblem(
            "verifikasi: an answer cannot be verified by the birth date without tanggal_lahir in "
                + "umpan_kolom"
        )
    }
}

extension FeedSettings {
    /// Refuses a feed in which nobody could be found.
    func requireFindable() throws(Failure) {
        guard isWritten, fields.isDisjoint(with: [.nik, .kpj]), key == nil else { return }
        throw Failure(
            .settings,
            "umpan_kolom: without nik and kpj workers are found by tokens only: add one of them, "
                + "or give kunci_token (iuran init makes one in a workspace)"
        )
    }
}
