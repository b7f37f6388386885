using System.Security.Cryptography;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>The file a package is downloaded to. It is hashed during the download.</summary>
internal sealed class DownloadTarget(
    string path, PackageIdentity package, string source, long limit, IProgress<DownloadProgress>? progress)
{
    private const int BufferSize = 81920;

    /// <summary>Called whenever bytes arrive.</summary>
    public Action? OnBytes { get; set; }

    /// <summary>The SHA-256 of the download; lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The package, as named in errors.</summary>
    public PackageTitle Title { get; } = new(package.Id, package.Version.ToNormalizedString(), source);

    /// <summary>Copies the package file; the result of an earlier attempt is overwritten.</summary>
    /// <exception cref="InputException">The package file is larger than the limit.</exception>
    /// <exception cref="TargetFileException">The target file cannot be written.</exception>
    public async Task CopyAsync(Stream input, long? total, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using FileStream file = Create();
        byte[] buffer = new byte[BufferSize];
        long bytes = 0;
        progress?.Report(new DownloadProgress(Title.Id, Title.Version, Title.Source, bytes, total));
        for (int count = await input.ReadAsync(buffer, cancellation); count > 0; count = await input.ReadAsync(buffer, cancellation))
        {
            OnBytes?.Invoke();
            bytes += count;
            if (bytes > limit)
                throw new InputException(PackageErrors.DownloadTooLarge(Title, limit));
            hash.AppendData(buffer, 0, count);
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }
            catch (IOException exception)
            {
                throw new TargetFileException(exception);
            }

            progress?.Report(new DownloadProgress(Title.Id, Title.Version, Title.Source, bytes, total));
        }

        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private FileStream Create()
    {
        try
        {
            return new FileStream(path, FileMode.Create);
        }
        catch (IOException exception)
        {
            throw new TargetFileException(exception);
        }
    }
}
