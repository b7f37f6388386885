using NuGet.Packaging;

namespace Backtest.Hosting;

/// <summary>Which ids a package may have: those NuGet allows that are folder names on every system.</summary>
internal static class PackageId
{
    public static bool IsValid(string id) =>
        id.Length <= PackageIdValidator.MaxPackageIdLength && PackageIdValidator.IsValidPackageId(id) && SafePath.IsName(id);

    /// <exception cref="InputException">It is none.</exception>
    public static void ThrowIfInvalid(string id)
    {
        if (!IsValid(id))
            throw new InputException(PackageErrors.BadId(id));
    }
}
