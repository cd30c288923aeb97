/// The risk class of an employer, which sets its JKK rate (PP 44/2015 article 16).
enum JKKClass: Int, CaseIterable, Sendable {
    case i = 1
    case ii
    case iii
    case iv
    case v

    var rate: Rate {
        switch self {
        case .i: Rate(basisPoints: 24)
        case .ii: Rate(basisPoints: 54)
        case .iii: Rate(basisPoints: 89)
        case .iv: Rate(basisPoints: 127)
        case .v: Rate(basisPoints: 174)
        }
    }
}
