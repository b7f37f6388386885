using System.IO.Compression;
using System.IO.Hashing;
using System.Xml;
using NuGet.Frameworks;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>
/// A package file that is not trusted: none of its paths leaves the folder it is extracted to, nothing in it exceeds the limits, and none of it runs.
/// </summary>
internal sealed class PluginArchive : IDisposable
{
    private const string PluginFiles = "plugin/";
    private const int FileType = 0xF000;
    private const int RegularFile = 0x8000;
    private const int FolderType = 0x4000;
    private const long ManifestBytes = 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly PackageTitle _title;
    private readonly ArchiveLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.Ordinal);
    private long _extracted;

    private PluginArchive(ZipArchive archive, PackageTitle title, ArchiveLimits limits)
    {
        _archive = archive;
        _title = title;
        _limits = limits;
    }

    /// <summary>Opens a package file and checks the path of every entry.</summary>
    /// <exception cref="InputException">
    /// The file is not an archive, is truncated, has too many entries, or has an entry that is not a plain file inside it.
    /// </exception>
    public static PluginArchive Open(string file, PackageTitle title, ArchiveLimits limits)
    {
        FileStream stream = File.OpenRead(file);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            PluginArchive package = new(archive, title, limits);
            package.ReadEntries();
            return package;
        }
        catch (Exception exception)
        {
            archive?.Dispose();
            stream.Dispose();
            if (exception is InvalidDataException or EndOfStreamException)
                throw new InputException(PackageErrors.Damaged(title, exception.Message));
            throw;
        }
    }

    /// <summary>Reads the nuspec.</summary>
    /// <exception cref="InputException">There is no nuspec, or it cannot be read.</exception>
    public PluginManifest ReadManifest()
    {
        string[] names = [.. _files.Keys.Where(IsManifest)];
        if (names.Length != 1)
            throw new InputException(PackageErrors.Damaged(_title, $"it has {names.Length} .nuspec files; expected one"));
        try
        {
            using MemoryStream nuspec = new();
            Read(names[0], nuspec, Math.Min(ManifestBytes, _limits.FileBytes));
            nuspec.Position = 0;
            return PluginManifest.Read(nuspec);
        }
        catch (Exception exception) when (exception is XmlException or PackagingException or ArgumentException or InvalidDataException)
        {
            throw new InputException(PackageErrors.Damaged(_title, $"{names[0]} cannot be read: {exception.Message}"));
        }
    }

    /// <summary>Extracts the plugin's files for a framework to a new folder.</summary>
    /// <exception cref="InputException">There are no files for the framework, or a file exceeds the limits or is damaged.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Extract(NuGetFramework framework, string folder, CancellationToken cancellation)
    {
        string prefix = FindPrefix(framework);
        foreach (string file in _files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)))
        {
            cancellation.ThrowIfCancellationRequested();
            string target = Path.GetFullPath(Path.Combine(folder, file[prefix.Length..]));
            // The paths have been checked already; this protects against anything that check overlooks.
            if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new InputException(PackageErrors.UnsafePath(_title, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using FileStream output = new(target, FileMode.CreateNew);
            Read(file, output, _limits.FileBytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static bool IsManifest(string path) => !path.Contains('/') && path.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private void ReadEntries()
    {
        if (_archive.Entries.Count > _limits.Entries)
            throw new InputException(PackageErrors.TooManyEntries(_title, _archive.Entries.Count, _limits.Entries));
        EntryNames names = new();
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            // Packages write paths as parts of addresses: "..%2f" leaves the folder.
            string name = Uri.UnescapeDataString(entry.FullName);
            bool isFolder = name.EndsWith('/');
            string path = isFolder ? name[..^1] : name;
            int type = (entry.ExternalAttributes >> 16) & FileType;
            if (!SafePath.IsSafe(path) || (type != 0 && type != (isFolder ? FolderType : RegularFile)))
                throw new InputException(PackageErrors.UnsafePath(_title, entry.FullName));
            if (isFolder)
                continue;
            if (!names.TryAddFile(path))
                throw new InputException(PackageErrors.Collision(_title, entry.FullName));
            _files.Add(path, entry);
        }
    }

    private string FindPrefix(NuGetFramework framework)
    {
        string[] folders =
        [
            .. _files.Keys.Where(file => file.StartsWith(PluginFiles, StringComparison.Ordinal))
                .Select(file => file.Split('/')).Where(parts => parts.Length > 2).Select(parts => parts[1]).Distinct(),
        ];
        NuGetFramework? nearest = new FrameworkReducer().GetNearest(framework, folders.Select(NuGetFramework.ParseFolder));
        string? folder = folders.FirstOrDefault(folder => NuGetFramework.ParseFolder(folder).Equals(nearest));
        return folder is null
            ? throw new InputException(PackageErrors.OtherFramework(_title, framework.GetShortFolderName(), folders))
            : $"{PluginFiles}{folder}/";
    }

    private void Read(string file, Stream output, long limit)
    {
        ZipArchiveEntry entry = _files[file];
        Crc32 checksum = new();
        byte[] buffer = new byte[81920];
        long length = 0;
        try
        {
            using Stream input = entry.Open();
            for (int count = input.Read(buffer); count > 0; count = input.Read(buffer))
            {
                // The size that an entry claims is not trusted.
                length += count;
                _extracted += count;
                if (length > limit)
                    throw new InputException(PackageErrors.TooLarge(_title, file, limit));
                if (_extracted > _limits.TotalBytes)
                    throw new InputException(PackageErrors.TooLargeTogether(_title, _limits.TotalBytes));
                if (length > ArchiveLimits.SmallFile && length / Math.Max(1, entry.CompressedLength) > _limits.Ratio)
                    throw new InputException(PackageErrors.TooDense(_title, file, _limits.Ratio));
                checksum.Append(buffer.AsSpan(0, count));
                output.Write(buffer, 0, count);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new InputException(PackageErrors.Damaged(_title, $"{file}: {exception.Message}"));
        }

        if (length != entry.Length || checksum.GetCurrentHashAsUInt32() != entry.Crc32)
            throw new InputException(PackageErrors.Damaged(_title, $"{file} does not match its entry in the archive"));
    }
}
