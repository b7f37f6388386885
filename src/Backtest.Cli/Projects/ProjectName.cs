using System.Globalization;
using System.Text;

namespace Backtest.Cli.Projects;

/// <summary>
/// The name of a plugin project, which is that of its folder, its assembly and its package. The templates derive namespace, class and plugin id
/// from it; this class only rejects what they cannot fix.
/// </summary>
internal static class ProjectName
{
    /// <summary>The maximum length. A package's id has at most 100 characters, and a solution adds to the name.</summary>
    public const int MaximumLength = 80;

    private const string Framework = "Backtest";
    private const string Another = "Choose another name.";

    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    /// <summary>Rejects a name that is not valid for folders, assemblies and packages on every system.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">The name cannot be used.</exception>
    public static void Check(string name)
    {
        if (Spelling(name) is { } misspelt)
            throw Refuse(name, misspelt, Rule(Suggest(name)));
        if (Collision(name) is { } collision)
            throw Refuse(name, collision, Another);
    }

    private static InputException Refuse(string name, string why, string fix) =>
        new(new InputError("project_name", $"'{name}' cannot be the name of a plugin project: {why}") { Fix = fix });

    private static string? Spelling(string name)
    {
        if (name.Length == 0)
            return "it is empty";
        if (name.Length > MaximumLength)
            return string.Create(CultureInfo.InvariantCulture, $"it has {name.Length} characters; the maximum is {MaximumLength}");
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (!IsAllowed(rune))
                return Rune.IsWhiteSpace(rune) ? "it contains a space" : $"it contains '{rune}'";
        }

        return Array.TrueForAll(name.Split('.', '-'), IsWord)
            ? null
            : "each part between dots and hyphens must begin and end with a letter or digit";
    }

    private static string? Collision(string name)
    {
        string[] parts = name.Split('.');
        if (Array.Find(parts, IsDevice) is { } device)
            return $"Windows reserves '{device}' for a device";
        return parts[0].Equals(Framework, StringComparison.OrdinalIgnoreCase)
            ? $"names that begin with '{Framework}' are reserved for the framework"
            : null;
    }

    // Allow no characters of two code units: regular expressions, with which packages and templates are processed, do not support them.
    private static bool IsAllowed(Rune rune) => rune.IsBmp && (Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is '.' or '-' or '_');

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsWord(string part) => part.Length > 0 && char.IsLetterOrDigit(part[0]) && part[^1] != '_';

    private static bool IsDevice(string part) =>
        Devices.Contains(part, StringComparer.OrdinalIgnoreCase)
        || (part.Length == 4 && char.IsAsciiDigit(part[3]) && part[..3].ToUpperInvariant() is "COM" or "LPT");

    private static string Rule(string suggestion)
    {
        string such = suggestion.Length > 0 && Spelling(suggestion) is null ? $", such as '{suggestion}'" : "";
        return $"Use only letters, digits, '.', '-' and '_'{such}.";
    }

    private static string Suggest(string name)
    {
        string allowed = string.Concat(name.EnumerateRunes().Select(rune => IsAllowed(rune) ? rune.ToString() : "-"));
        IEnumerable<string> parts = allowed.Split('.').Select(part => string.Join('-', part.Split('-').Select(word => word.Trim('_')).Where(IsWord)));
        return string.Join('.', parts.Where(part => part.Length > 0));
    }
}
