using System.Runtime.CompilerServices;
using Backtest.Generators;

namespace Backtest.Tests;

/// <summary>
/// Compares text with the file <c>Class.Method.verified.cs</c> beside the test. On a mismatch, it writes a <c>.received.</c> file there to
/// review and rename, following the conventions of Verify.
/// </summary>
internal static class Snapshot
{
    private static readonly string Version = typeof(PluginGenerator).Assembly.GetName().Version!.ToString(3);

    public static void Verify(string received, [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        received = received.Replace($"\"{Version}\")]", "\"version\")]", StringComparison.Ordinal); // a release changes no snapshot
        string stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{method}");
        string verifiedFile = $"{stem}.verified.cs", receivedFile = $"{stem}.received.cs";
        string verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : "";
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail($"Differs from {Path.GetFileName(verifiedFile)}; look at {receivedFile}, and rename it if it is right.");
    }
}
