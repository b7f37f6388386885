using System.Security.Cryptography;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>The file a package is downloaded to, hashed on the way.</summary>
internal sealed class DownloadTarget(
    string path, PackageIdentity package, string source, long limit, IProgress<DownloadProgress>? progress)
{
    private const int BufferSize = 81920;

    /// <summary>Called whenever bytes came.</summary>
    public Action? OnBytes { get; set; }

    /// <summary>The SHA-256 of what was downloaded; lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What is downloaded, for errors.</summary>
    public PackageTitle Title { get; } = new(package.Id, package.Version.ToNormalizedString(), source);

    /// <summary>Copies the package file; what an earlier try left is overwritten.</summary>
    /// <exception cref="InputException">It is larger than the limit.</exception>
    /// <exception cref="TargetFileException">The file cannot be written.</exception>
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
