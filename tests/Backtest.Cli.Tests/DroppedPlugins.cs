namespace Backtest.Tests;

/// <summary>Copies test plugins into a project.</summary>
internal static class DroppedPlugins
{
    /// <summary>Copies built packages to the <c>plugins.d</c> of a folder.</summary>
    public static void Drop(this TemporaryFolder folder, params IEnumerable<string> packages)
    {
        foreach (string package in packages)
        {
            string from = Path.Combine(Tool.Dropped, package);
            foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                string target = folder.Combine("plugins.d", package, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
