package import Contributions

/// A letter that HRD hands out to a worker: what the records say of his membership.
///
/// One page of A4 without scripts or anything from outside. It is the employer's statement and says
/// that it is no card and no document of BPJS Ketenagakerjaan.
package enum LetterPage {
    /// The bytes of the letter about one membership; without a whole NIK.
    ///
    /// - Throws: When a template of the program is broken, which is a bug.
    package static func render(_ diagnosis: Diagnosis, _ head: FeedHead) throws -> [UInt8] {
        try PageTemplates.render("letter", with: LetterContent(diagnosis, head))
    }
}
