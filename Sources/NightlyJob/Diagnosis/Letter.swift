internal import Contributions
private import Foundation
package import Reporting

/// The letter that HRD hands out about a membership.
package enum Letter {
    /// Writes the letter about a person's membership.
    ///
    /// - Parameters:
    ///   - answer: The answer about the person.
    ///   - npp: The employer; nil where he has only one.
    ///   - head: What the feed says of itself.
    ///   - path: Where to write it; a file that is there is left alone.
    /// - Throws: A failure: exit 66 when nobody is found, 64 when it is not clear which membership
    ///   is meant, 73 when the letter cannot be written.
    package static func write(
        _ answer: Answer,
        npp: String?,
        _ head: FeedHead,
        to path: String
    ) throws(Failure) {
        let all = answer.persons.flatMap(\.memberships)
        guard !all.isEmpty else {
            throw Failure(.noInput, "nobody in the report has that number; there is no letter")
        }
        let meant = all.filter { npp == nil || $0.employer.npp == npp }
        guard meant.count == 1 else {
            let known = all.map(\.employer.npp).joined(separator: ", ")
            throw Failure(.usage, "the letter is about one employer: give --npp, one of \(known)")
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(.cannotWrite, "\(path) is there already; give another file")
        }
        do {
            try DurableFile.write(try LetterPage.render(meant[0], head), to: path)
        } catch {
            throw Failure(.cannotWrite, "cannot write \(path): \(error)")
        }
    }
}
