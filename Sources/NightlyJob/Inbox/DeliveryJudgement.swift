internal import Contributions
internal import Intake
internal import Reporting
internal import RunStore

/// A file of a delivery and what becomes of it.
struct JudgedFile {
    var file: DeliveredFile
    /// The file with an error column, where it goes to quarantine.
    var annotated: [UInt8]?
    var messages: [String]
}

extension TakeIn {
    /// Decides what becomes of the files of a delivery.
    func judge(_ kept: [Archive.Kept], _ delivery: Int) throws(Failure) -> [JudgedFile] {
        let book = try RuleBook.reading(settings)
        let candidates = kept.enumerated().map { index, file in
            let name = file.entry.name
            return InputCandidate(
                path: Archive(workspace: workspace).path(file.digest),
                kind: nil,
                name: name,
                delivered: DeliveredInput(
                    name: name,
                    nameBelowInbox: name,
                    delivery: delivery,
                    night: night
                ),
                knownDigest: file.digest
            )
        }
        // Employee lists that came before tell whose numbers a payroll names.
        let lists = try counting().filter { $0.kind == InputKind.employees.rawValue }
        let known = lists.map { candidate($0) }
        let check = UploadCheck(
            intake: settings.intake,
            policy: settings.night.uploadPolicy,
            kept: ParsedRows(workspace.parsedRows)
        )
        let (uploads, inputs) = try check.review(known + candidates, book)
        let coverages = Coverages(inputs)
        var files: [JudgedFile] = []
        for index in kept.indices {
            let place = known.count + index
            files.append(
                JudgedFile(
                    file: file(
                        kept[index],
                        DeliveredFileID(delivery: delivery, place: index + 1),
                        uploads[place],
                        inputs.files[place],
                        coverages.of(place)
                    ),
                    messages: uploads[place].problems
                        .filter { $0.code.severity > .info }
                        .map { "baris \($0.line): \($0.sentence)" }
                )
            )
        }
        shareFates(&files, inputs, known.count)
        try holdLosses(&files, book)
        shareFates(&files, inputs, known.count)
        for index in files.indices where files[index].file.state != .accepted {
            let place = known.count + index
            files[index].annotated = try? Annotation(target: "").annotated(
                uploads[place],
                inputs.files[place],
                candidates[index].path
            )
        }
        return files
    }

    /// The files that count so far.
    private func counting() throws(Failure) -> [DeliveredFile] {
        try store.reading { store throws(StoreTrouble) in try store.files(countingOn: night) }
    }

    private func candidate(_ file: DeliveredFile) -> InputCandidate {
        let delivered = DeliveredInput(file)
        return InputCandidate(
            path: Archive(workspace: workspace).path(file.digest),
            kind: nil,
            name: delivered.name,
            delivered: delivered,
            knownDigest: file.digest
        )
    }

    private func file(
        _ kept: Archive.Kept,
        _ id: DeliveredFileID,
        _ upload: UploadSummary,
        _ input: InputSummary,
        _ coverage: [Coverage]
    ) -> DeliveredFile {
        var file = DeliveredFile(
            id: id,
            night: night,
            name: kept.entry.name,
            sender: Host.name(ofUser: kept.entry.owner),
            digest: kept.digest,
            size: kept.size,
            state: upload.verdict == .refused ? .refused : .accepted
        )
        file.inboxMark = kept.entry.mark
        file.kind = input.kind?.rawValue
        if case .profiled(let profiled) = input.file.state { file.profile = profiled.profile.name }
        file.accepted = input.counts.accepted
        file.rejected = input.counts.rejected
        if file.state == .accepted {
            file.effectiveFrom = night
            file.coverage = coverage
            return file
        }
        switch input.file.state {
        case .refused(let refusal): file.reason = refusal.message
        default:
            let grave = upload.problems.first { $0.code.severity == .grave }
            file.reason = grave?.sentence ?? "\(input.counts.rejected) baris tidak dapat dipakai"
        }
        return file
    }

    /// The same bytes twice have one fate.
    private func shareFates(
        _ files: inout [JudgedFile],
        _ inputs: RunInputs,
        _ knownCount: Int
    ) {
        for index in files.indices {
            guard case .twin(let other) = inputs.files[knownCount + index].file.state,
                other >= knownCount, files[other - knownCount].file.state != .accepted
            else { continue }
            files[index].file.state = files[other - knownCount].file.state
            files[index].file.effectiveFrom = nil
            files[index].file.reason = files[other - knownCount].file.reason
        }
    }

    /// Lets payrolls wait that would take more workers away than an employer is likely to lose.
    private func holdLosses(_ files: inout [JudgedFile], _ book: RuleBook) throws(Failure) {
        let payroll = InputKind.payroll.rawValue
        let new = files.indices.filter {
            files[$0].file.kind == payroll && files[$0].file.state == .accepted
        }
        let months = Set(new.flatMap { files[$0].file.coverage.map(EmployerMonthKey.init) })
        let older = try counting().filter { file in
            file.kind == payroll
                && file.coverage.contains { months.contains(EmployerMonthKey($0)) }
        }
        guard let delivery = files.first?.file.id.delivery, !older.isEmpty, !new.isEmpty else {
            return
        }
        let candidates = older.map { candidate($0) } + new.map { candidate(files[$0].file) }
        let kept = ParsedRows(workspace.parsedRows)
        let surveyed = InputSurvey.survey(candidates, settings.intake, kept: kept)
        let records = try InputReading.read(surveyed, book: book).records
        let losses = PayrollLosses.find(
            in: records,
            Deliveries(
                numbers: older.map(\.id.delivery) + new.map { _ in delivery },
                nights: candidates.map { _ in night }
            ),
            newest: delivery,
            ignoring: []
        )
        for loss in losses where loss.lost * 100 > loss.before * settings.night.lossLimitPercent {
            let npp = records.identifiers.string(of: records.employers[Int(loss.employer)].text)
            for place in loss.files.sorted() where place >= older.count {
                let index = new[place - older.count]
                let sentence =
                    "NPP \(npp) \(loss.month): \(loss.lost) dari \(loss.before) pekerja hilang"
                let isFirst = files[index].file.state != .waiting
                files[index].file.state = .waiting
                files[index].file.effectiveFrom = nil
                if isFirst { files[index].file.reason = sentence }
                files[index].messages.append(sentence)
            }
        }
    }
}

private struct EmployerMonthKey: Hashable {
    var npp: String
    var month: ContributionMonth?

    init(_ coverage: Coverage) {
        npp = coverage.npp
        month = coverage.month
    }
}

extension DeliveredInput {
    init(_ file: DeliveredFile) {
        self.init(
            name: "kiriman-\(file.id.delivery)/\(file.name)",
            nameBelowInbox: file.name,
            delivery: file.id.delivery,
            night: file.effectiveFrom ?? file.night
        )
    }
}
