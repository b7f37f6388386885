using System.Globalization;
using System.Text.Json;

namespace Backtest.Results;

/// <summary>Refuses files of a later form than this release knows.</summary>
internal static class SchemaVersions
{
    private const string Key = "schemaVersion";

    /// <summary>Throws where a text says that it is of a later form. One that says nothing is of the first.</summary>
    /// <param name="text">The text, a JSON object.</param>
    /// <param name="what">What it is, for people: <c>manifest</c>.</param>
    /// <param name="known">The latest form this release knows.</param>
    /// <exception cref="InputException">It is of a later form.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static void Require(string text, string what, int known)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty(Key, out JsonElement version)
            || !version.TryGetInt32(out int found)
            || found <= known)
            return;
        throw new InputException(new InputError(
            "newer_schema",
            string.Create(CultureInfo.InvariantCulture, $"found a {what} of {Key} {found}; this release reads up to {known}"))
        {
            Key = Key,
            Fix = "Use a release that is at least as new as the one that wrote it.",
        });
    }
}
