using System.Security.Cryptography;
using System.Text;

namespace Backtest.Results;

/// <summary>Tells data apart by the content of its files.</summary>
public static class DataFingerprint
{
    /// <summary>The hash of files, in lower-case hexadecimal, or null if there are none.</summary>
    /// <remarks>Where the files are does not count, nor do the rows left out: which bars were read follows from content and keys.</remarks>
    public static string? Of(IReadOnlyList<DataFile> files) => files.Count == 0
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => file.Sha256)))));
}
