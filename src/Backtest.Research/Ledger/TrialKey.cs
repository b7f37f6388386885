using System.Security.Cryptography;
using System.Text;

namespace Backtest.Research;

/// <summary>
/// The key a trial is counted by, which covers everything its result follows from. Repeating a trial any number of times gives the same key.
/// </summary>
public static class TrialKey
{
    /// <summary>The key, a SHA-256 in lowercase hexadecimal.</summary>
    /// <param name="specHash">The hash of the canonical run specification.</param>
    /// <param name="dataHash">The fingerprint of the data.</param>
    /// <param name="engineVersion">The version of the engine.</param>
    public static string Of(string specHash, string dataHash, string engineVersion)
    {
        foreach (string part in (ReadOnlySpan<string>)[specHash, dataHash, engineVersion])
        {
            if (part.Length == 0 || part.Contains('\n', StringComparison.Ordinal))
                throw new ArgumentException("A part of a key must not be empty or longer than a line.");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"trial\n{specHash}\n{dataHash}\n{engineVersion}")));
    }
}
