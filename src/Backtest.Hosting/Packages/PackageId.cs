using NuGet.Packaging;

namespace Backtest.Hosting;

/// <summary>Determines which ids a package may have: those that NuGet allows and that are folder names on every system.</summary>
internal static class PackageId
{
    public static bool IsValid(string id) =>
        id.Length <= PackageIdValidator.MaxPackageIdLength && PackageIdValidator.IsValidPackageId(id) && SafePath.IsName(id);

    /// <exception cref="InputException">The id is invalid.</exception>
    public static void ThrowIfInvalid(string id)
    {
        if (!IsValid(id))
            throw new InputException(PackageErrors.BadId(id));
    }
}
