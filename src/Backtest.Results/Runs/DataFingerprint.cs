using System.Security.Cryptography;
using System.Text;

namespace Backtest.Results;

/// <summary>Identifies data by the content of its files.</summary>
public static class DataFingerprint
{
    /// <summary>The hash of files, in lowercase hexadecimal, or null if there are none.</summary>
    /// <remarks>Neither the location of the files nor the number of rows left out counts: content and keys determine which bars were read.</remarks>
    public static string? Of(IReadOnlyList<DataFile> files) => files.Count == 0
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => file.Sha256)))));
}
