using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>Errors of packages to be installed, with fixes their user can apply.</summary>
internal static class PackageErrors
{
    private const string UnsafeFix = "Nothing was installed. Do not use this package, and report it to its author or source.";
    private const string AuthorFix = "Nothing was installed. Choose another version, or report the error to the package's author.";

    public static InputError BadId(string id) => new("package_id", $"'{id}' cannot be the id of a package")
    {
        Fix = "Use letters, digits and _, separated by single dots and dashes, such as Acme.Plugins.Cross.",
    };

    public static InputError BadVersion(string text) => new("package_version", $"'{text}' is not a version")
    {
        Fix = "Write a version such as 1.2.3 or 1.2.3-beta.1 after the @.",
    };

    public static InputError Damaged(PackageTitle title, string reason) =>
        new("package_damaged", $"{title} is damaged or truncated: {reason}")
        {
            Fix = "Nothing was installed. Try again. If it happens again, report it to the package's source.",
        };

    public static InputError UnsafePath(PackageTitle title, string path) =>
        new("package_unsafe", $"{title} contains an entry that is not a plain file inside its folder: '{path}'") { Fix = UnsafeFix };

    public static InputError Collision(PackageTitle title, string path) =>
        new("package_unsafe", $"{title} contains two entries that are the same file on some systems: '{path}'") { Fix = UnsafeFix };

    public static InputError TooManyEntries(PackageTitle title, int found, int limit) =>
        new("package_too_large", $"{title} has {found} entries; the limit is {limit}") { Fix = UnsafeFix };

    public static InputError TooLarge(PackageTitle title, string file, long limit) =>
        new("package_too_large", $"{title}: {file} is larger than {limit} bytes") { Fix = UnsafeFix };

    public static InputError TooLargeTogether(PackageTitle title, long limit) =>
        new("package_too_large", $"{title} contains more than {limit} bytes") { Fix = UnsafeFix };

    public static InputError TooDense(PackageTitle title, string file, int limit) =>
        new("package_too_large", $"{title}: {file} is more than {limit} times as large as in the archive") { Fix = UnsafeFix };

    public static InputError DownloadTooLarge(PackageTitle title, long limit) =>
        new("package_too_large", $"{title} is a file of more than {limit} bytes") { Fix = UnsafeFix };

    public static InputError OtherIdentity(PackageTitle title, string found) =>
        new("package_identity", $"the source returned {found} instead of {title}") { Fix = UnsafeFix };

    public static InputError NoPlugin(PackageTitle title) =>
        new("not_a_plugin", $"{title} is not a plugin: its package type is not {PluginManifest.PackageType}")
        {
            Fix = "To find packages that are plugins, use backtest plugins search. To create one, use Backtest.Sdk and dotnet pack.",
        };

    public static InputError OtherFramework(PackageTitle title, string wanted, IReadOnlyCollection<string> found)
    {
        string has = found.Count == 0 ? "no files under plugin/" : string.Join(", ", found.Select(folder => $"plugin/{folder}/"));
        return new InputError("package_framework", $"{title} has {has}; this tool needs plugin/{wanted}/") { Fix = AuthorFix };
    }

    public static InputError OtherAbi(PackageTitle title, int major, int minor) =>
        new("plugin_api_version",
            $"{title} was built against plugin API {major}.{minor}; this host runs {Abi.Major}.0 to {Abi.Major}.{Abi.Minor}")
        {
            Fix = "Nothing was installed. " + (major < Abi.Major
                ? "Choose a newer version of the package."
                : "Update the backtest tool, or choose an older version of the package."),
        };

    public static InputError Content(PackageTitle title, InputError problem) =>
        new(problem.Code, $"{title} cannot be used: {problem.Message}") { Fix = AuthorFix };

    public static InputError OtherPackage(PackageTitle title, LockedPackage locked, string found) =>
        new("package_mismatch",
            $"{title} is not the package that was locked: expected SHA-256 {locked.PackageSha256}, found {found}")
        {
            Fix = Accept(locked),
        };

    public static InputError OtherContent(PackageTitle title, LockedPackage locked, string found) =>
        new("package_mismatch",
            $"the content of {title} differs from what was locked: expected SHA-256 {locked.Sha256}, found {found}")
        {
            Fix = Accept(locked),
        };

    public static InputError Unsigned(PackageTitle title, string reasons) =>
        new("package_signature", $"{title} is rejected by the signature rules of nuget.config: {reasons}")
        {
            Fix = "Nothing was installed. Add the signer to trustedSigners if you trust it, or choose a package from a signer you trust.",
        };

    public static InputError CannotVerify(PackageTitle title, string reason) =>
        new("package_signature",
            $"nuget.config requires signatures (signatureValidationMode), but that of {title} cannot be checked on this system: {reason}")
        {
            Fix = "Nothing was installed. Install where signatures can be checked, or change signatureValidationMode.",
        };

    private static string Accept(LockedPackage locked) =>
        "Nothing was changed. The package was replaced at its source. If you know why, accept it: "
        + $"backtest plugins remove {locked.Id}, then backtest plugins install {locked.Id}@{locked.Version}.";
}
