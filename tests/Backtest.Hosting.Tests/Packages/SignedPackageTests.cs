using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backtest.Hosting;
using NuGet.Common;
using NuGet.Packaging.Signing;
using HashAlgorithmName = NuGet.Common.HashAlgorithmName;

namespace Backtest.Tests.Packages;

/// <summary>The signature requirements of nuget.config apply to plugins, too.</summary>
public sealed class SignedPackageTests : InstallTests
{
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    [Fact]
    public async Task An_unsigned_package_is_refused_where_signatures_are_required()
    {
        Packages.Strategy("Acme.Cross");
        Require(fingerprint: new string('A', 64));

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_signature", error.Code);
        Assert.Contains("trustedSigners", error.Fix);
    }

    [Fact]
    public async Task A_package_of_a_trusted_signer_is_installed()
    {
        using X509Certificate2 signer = CreateSigner();
        await SignAsync(Packages.Strategy("Acme.Cross"), signer);
        Require(Fingerprint(signer));

        Assert.Equal(PackageOutcome.Installed, (await InstallAsync("Acme.Cross")).Outcome);
    }

    [Fact]
    public async Task A_package_of_another_signer_is_refused()
    {
        using X509Certificate2 signer = CreateSigner();
        using X509Certificate2 other = CreateSigner();
        await SignAsync(Packages.Strategy("Acme.Cross"), signer);
        Require(Fingerprint(other));

        Assert.Equal("package_signature", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task A_signed_package_that_was_changed_afterwards_is_refused()
    {
        using X509Certificate2 signer = CreateSigner();
        string package = Packages.Strategy("Acme.Cross");
        await SignAsync(package, signer);
        PackageFactory.AddEntry(package, "plugin/net10.0/more.txt", "x"u8.ToArray());
        Require(Fingerprint(signer));

        Assert.Equal("package_signature", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task Without_a_trusted_signer_nothing_is_installed_where_signatures_are_required()
    {
        using X509Certificate2 signer = CreateSigner();
        await SignAsync(Packages.Strategy("Acme.Cross"), signer);
        Require(fingerprint: null);

        Assert.Equal("package_signature", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task Where_no_signature_is_asked_for_a_signed_package_is_a_package()
    {
        using X509Certificate2 signer = CreateSigner();
        await SignAsync(Packages.Strategy("Acme.Cross"), signer);

        Assert.Equal(PackageOutcome.Installed, (await InstallAsync("Acme.Cross")).Outcome);
    }

    private static string Fingerprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);

    private static X509Certificate2 CreateSigner()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new(
            "CN=Acme", key, System.Security.Cryptography.HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(CodeSigning)], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private static async Task SignAsync(string package, X509Certificate2 signer)
    {
        string signed = package + ".signed";
        using (SigningOptions options = SigningOptions.CreateFromFilePaths(
            package, signed, overwrite: true, new X509SignatureProvider(timestampProvider: null), NullLogger.Instance))
        // The request disposes the certificate it is given.
        using (AuthorSignPackageRequest request = new(new X509Certificate2(signer), HashAlgorithmName.SHA256))
            await SigningUtility.SignAsync(options, request, Cancellation);
        File.Move(signed, package, overwrite: true);
    }

    private void Require(string? fingerprint)
    {
        string signer = fingerprint is null
            ? ""
            : $"""
              <author name="Acme">
                <certificate fingerprint="{fingerprint}" hashAlgorithm="SHA256" allowUntrustedRoot="true" />
              </author>
              """;
        File.WriteAllText(Path.Combine(Project, "nuget.config"), $"""
            <configuration>
              <config><add key="signatureValidationMode" value="require" /></config>
              <packageSources><clear /><add key="feed" value="../feed" /></packageSources>
              <trustedSigners>{(fingerprint is null ? "" : "<clear />")}{signer}</trustedSigners>
            </configuration>
            """);
    }
}
