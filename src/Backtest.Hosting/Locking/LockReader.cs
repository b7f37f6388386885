using System.Buffers;
using System.Text.Json;

namespace Backtest.Hosting;

/// <summary>Reads lock files strictly: an unknown, missing or repeated member is an error with its line.</summary>
internal ref struct LockReader
{
    private const int HashLength = 64;

    private static readonly SearchValues<char> HashDigits = SearchValues.Create("0123456789abcdef");

    private readonly string _path;
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _json;

    private LockReader(string path, ReadOnlySpan<byte> text)
    {
        _path = path;
        _text = text;
        _json = new Utf8JsonReader(text);
    }

    private readonly int Line => 1 + _text[..(int)_json.TokenStartIndex].Count((byte)'\n');

    /// <summary>Reads a lock file's packages.</summary>
    /// <exception cref="InputException">It is not a lock file of a supported version.</exception>
    public static IReadOnlyList<LockedPackage> Read(string path, ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (text.StartsWith(mark))
            text = text[mark.Length..];
        try
        {
            // The version is checked first, wherever it is in the file, because the format of newer versions is unknown.
            new LockReader(path, text).CheckVersion();
            return new LockReader(path, text).ReadPackages();
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0) + 1;
            throw new InputException(LockErrors.Broken(path, line, $"the file is not JSON: {exception.Message.Split(". ")[0]}"));
        }
    }

    private void CheckVersion()
    {
        bool isThere = false;
        _json.Read();
        Expect(JsonTokenType.StartObject, "an object");
        while (ReadMember() is { } member)
        {
            _json.Read();
            if (member != LockFormat.VersionMember)
            {
                _json.Skip();
                continue;
            }

            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt32(out int version) || version < 1)
                throw Broken($"'{LockFormat.VersionMember}' must be a whole number, for this version {LockFormat.Version}");
            if (version > LockFormat.Version)
                throw new InputException(LockErrors.Newer(_path, Line, version));
            isThere = true;
        }

        if (!isThere)
            throw Broken($"the file has no '{LockFormat.VersionMember}'");
        _json.Read();
    }

    private List<LockedPackage> ReadPackages()
    {
        List<LockedPackage>? packages = null;
        HashSet<string> members = [];
        _json.Read();
        while (ReadMember(members) is { } member)
        {
            _json.Read();
            if (member == LockFormat.PackagesMember)
                packages = ReadEachPackage();
            else if (member != LockFormat.VersionMember)
                throw Unknown(member);
        }

        return packages ?? throw Broken($"the file has no '{LockFormat.PackagesMember}'");
    }

    private List<LockedPackage> ReadEachPackage()
    {
        List<LockedPackage> packages = [];
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        Expect(JsonTokenType.StartObject, $"an object for '{LockFormat.PackagesMember}'");
        while (ReadMember(ids) is { } id)
        {
            if (!SafePath.IsName(id))
                throw Broken($"'{id}' cannot be the id of a package");
            _json.Read();
            packages.Add(ReadPackage(id));
        }

        return packages;
    }

    private LockedPackage ReadPackage(string id)
    {
        int line = Line;
        string path = _path;
        Dictionary<string, string> values = [];
        Dictionary<string, string>? files = null;
        HashSet<string> members = [];
        Expect(JsonTokenType.StartObject, $"an object for '{id}'");
        while (ReadMember(members) is { } member)
        {
            _json.Read();
            switch (member)
            {
                case LockFormat.VersionMember or LockFormat.SourceMember:
                    values[member] = ReadText(member);
                    break;
                case LockFormat.Sha256Member or LockFormat.PackageSha256Member:
                    values[member] = ReadHash(member);
                    break;
                case LockFormat.FilesMember:
                    files = ReadFiles();
                    break;
                default:
                    throw Unknown(member);
            }
        }

        return new LockedPackage
        {
            Id = id,
            Version = Required(LockFormat.VersionMember),
            Sha256 = Required(LockFormat.Sha256Member),
            PackageSha256 = Required(LockFormat.PackageSha256Member),
            Source = Required(LockFormat.SourceMember),
            Files = files ?? throw Lacks(LockFormat.FilesMember),
        };

        string Required(string member) => values.GetValueOrDefault(member) ?? throw Lacks(member);

        InputException Lacks(string member) => new(LockErrors.Broken(path, line, $"'{id}' has no '{member}'"));
    }

    private Dictionary<string, string> ReadFiles()
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        HashSet<string> names = [];
        Expect(JsonTokenType.StartObject, $"an object for '{LockFormat.FilesMember}'");
        while (ReadMember(names) is { } file)
        {
            _json.Read();
            files.Add(file, ReadHash(file));
        }

        return files;
    }

    // Reads the next member's name and leaves the reader on it, or returns null if the object ends.
    private string? ReadMember(HashSet<string>? seen = null)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
            return null;
        string name = _json.GetString()!;
        return seen is null || seen.Add(name) ? name : throw Broken($"'{name}' appears twice");
    }

    private readonly string ReadText(string member)
    {
        Expect(JsonTokenType.String, $"text for '{member}'");
        return _json.GetString() is { Length: > 0 } text ? text : throw Broken($"'{member}' is empty");
    }

    private readonly string ReadHash(string member)
    {
        string text = ReadText(member);
        return text.Length == HashLength && !text.AsSpan().ContainsAnyExcept(HashDigits)
            ? text
            : throw Broken($"'{member}' is '{text}', which is not a SHA-256 in lowercase hexadecimal");
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_json.TokenType != type)
            throw Broken($"expected {what}");
    }

    private readonly InputException Unknown(string member) => Broken($"'{member}' is not known here");

    private readonly InputException Broken(string message) => new(LockErrors.Broken(_path, Line, message));
}
