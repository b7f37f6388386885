using System.Globalization;
using System.Text.Json;

namespace Backtest.Results;

/// <summary>Rejects files with a later format than this release knows.</summary>
internal static class SchemaVersions
{
    private const string Key = "schemaVersion";

    /// <summary>Throws if a text says that it has a later format. A text without a version has the first format.</summary>
    /// <param name="text">The text, a JSON object.</param>
    /// <param name="what">The kind of document for messages, such as <c>manifest</c>.</param>
    /// <param name="known">The latest version this release knows.</param>
    /// <exception cref="InputException">The text has a later format.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
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
            string.Create(CultureInfo.InvariantCulture, $"found a {what} of {Key} {found}; this release reads versions up to {known}"))
        {
            Key = Key,
            Fix = "Use the release that wrote it, or a newer one.",
        });
    }
}
