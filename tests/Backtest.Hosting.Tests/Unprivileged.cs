using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Backtest.Tests;

/// <summary>Runs an action while a folder is unreadable, even if the tests run as a user who may read everything.</summary>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    /// <summary>Removes the permissions of a folder, runs the action, and restores them.</summary>
    /// <param name="open">A folder above it, which stays open to everyone.</param>
    /// <param name="closed">The folder.</param>
    /// <param name="action">The action to run.</param>
    public static void Run(string open, string closed, Action action)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        File.SetUnixFileMode(open, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        Exception? failure = null;
        // On Linux, each thread has its own user for file access.
        Thread thread = new(() =>
        {
            if (OperatingSystem.IsLinux())
                _ = SetFileSystemUser(Nobody);
            failure = Record.Exception(action);
        });
        thread.Start();
        thread.Join();
        File.SetUnixFileMode(closed, (UnixFileMode)0b111_101_101);
        if (failure is not null)
            throw new InvalidOperationException(failure.Message, failure);
    }

    [SupportedOSPlatform("linux")]
    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
