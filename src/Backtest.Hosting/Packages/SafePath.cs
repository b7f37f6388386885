using System.Buffers;

namespace Backtest.Hosting;

/// <summary>
/// Determines which paths of a package may become files, by the combined rules of all systems: a package is valid on all of them or none.
/// </summary>
internal static class SafePath
{
    private const int LongestName = 255;
    private const int LongestPath = 1024;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|/");

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>Whether a relative path with forward slashes stays inside its folder and names a plain file on every system.</summary>
    public static bool IsSafe(string path) => path.Length <= LongestPath && path.Split('/').All(IsName);

    /// <summary>Whether a text can be the name of one file or folder on every system.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name is not ("." or "..")
        && name[^1] is not ('.' or ' ')
        && !name.AsSpan().ContainsAny(Forbidden)
        && !name.Any(char.IsControl)
        && IsWhole(name)
        && !Devices.Contains(name.Split('.')[0].TrimEnd(' '));

    // Half of a surrogate pair would be written as another character, or not at all.
    private static bool IsWhole(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return false;
        }

        return true;
    }
}
