using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backtest.Hosting;

/// <summary>Writes lock files in which a change of a package changes only its own lines.</summary>
internal static class LockWriter
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, IEnumerable<LockedPackage> packages)
    {
        using (Utf8JsonWriter json = new(stream, Format))
        {
            json.WriteStartObject();
            json.WriteNumber(LockFormat.VersionMember, LockFormat.Version);
            json.WriteStartObject(LockFormat.PackagesMember);
            foreach (LockedPackage package in packages)
                Write(json, package);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, LockedPackage package)
    {
        json.WriteStartObject(package.Id);
        json.WriteString(LockFormat.VersionMember, package.Version);
        json.WriteString(LockFormat.Sha256Member, package.Sha256);
        json.WriteString(LockFormat.PackageSha256Member, package.PackageSha256);
        json.WriteString(LockFormat.SourceMember, package.Source);
        json.WriteStartObject(LockFormat.FilesMember);
        foreach ((string file, string sha256) in package.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            json.WriteString(file, sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
