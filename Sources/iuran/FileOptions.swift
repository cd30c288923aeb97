internal import ArgumentParser
private import Contributions
internal import Intake
internal import NightlyJob

/// What a user says of files that do not say it themselves.
struct FileOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The NPP of files that name none.", valueName: "npp")
    )
    var npp: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The contribution month of files that name none.", valueName: "blth")
    )
    var blth: MonthOption?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The month of a pay period over two months: awal or akhir.",
            valueName: "month"
        )
    )
    var blthPeriod: PeriodMonth?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How dates are written that leave it open: hari-bulan or bulan-hari.",
            valueName: "order"
        )
    )
    var dateOrder: DateOrder?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Read files that are not canonical with this profile: a name, or a YAML file.",
            valueName: "profile"
        )
    )
    var profile: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Profiles of your own: a YAML file or a folder.", valueName: "path")
    )
    var profiles: [String] = []

    func validate() throws {
        if var npp, npp.withUTF8({ CellValue.npp($0) }) == nil {
            throw ValidationError("--npp \(npp): expected 6 to 10 digits or capital letters.")
        }
    }

    /// The options, on top of what the settings say.
    func intake(_ settings: Settings) throws(Failure) -> IntakeOptions {
        var intake = settings.intake
        var added = try IntakeOptions.profiles(at: profiles)
        if let profile {
            if profile.hasSuffix(".yaml") || profile.hasSuffix(".yml") {
                let own = try IntakeOptions.profiles(at: [profile])
                intake.hints.profile = own.first?.name
                added += own
            } else {
                intake.hints.profile = profile
            }
        }
        intake.add(added)
        if let name = intake.hints.profile {
            let catalogue = intake.catalogue()
            guard catalogue.profile(named: name) != nil else {
                let known = catalogue.profiles.map(\.name).joined(separator: ", ")
                throw Failure(.usage, "no profile \"\(name)\"; known are \(known)")
            }
        }
        if let npp { intake.hints.npp = Array(npp.utf8) }
        if let blth { intake.hints.month = blth.month }
        if let blthPeriod { intake.hints.periodMonth = blthPeriod }
        if let dateOrder { intake.hints.dateOrder = dateOrder }
        return intake
    }
}

extension PeriodMonth: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
