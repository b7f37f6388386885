using System.Security.Cryptography;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Signing;

namespace Backtest.Hosting;

/// <summary>The signature rules of nuget.config: with <c>signatureValidationMode=require</c>, a package must be signed by a trusted signer.</summary>
internal sealed class SignatureRules
{
    private readonly ClientPolicyContext _policy;

    private SignatureRules(ClientPolicyContext policy) => _policy = policy;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="NuGetConfigurationException">The rules are malformed.</exception>
    public static SignatureRules Read(ISettings settings) => new(ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance));

    /// <summary>Checks a package file, if the rules require it.</summary>
    /// <exception cref="InputException">It is not signed as required, or that cannot be determined on this system.</exception>
    public async Task CheckAsync(string file, PackageTitle title, CancellationToken cancellation)
    {
        if (_policy.Policy != SignatureValidationMode.Require)
            return;
        VerifySignaturesResult result;
        try
        {
            using PackageArchiveReader package = new(file);
            PackageSignatureVerifier verifier = new(
            [
                new IntegrityVerificationProvider(),
                new SignatureTrustAndValidityVerificationProvider(
                    _policy.AllowList.Where(signer => signer.AllowUntrustedRoot)
                        .Select(signer => KeyValuePair.Create(signer.Fingerprint, signer.FingerprintAlgorithm))),
                new AllowListVerificationProvider(
                    _policy.AllowList,
                    requireNonEmptyAllowList: true,
                    "signatures are required, but trustedSigners is empty",
                    "its signer is not in trustedSigners"),
            ]);
            result = await verifier.VerifySignaturesAsync(package, _policy.VerifierSettings, cancellation, Guid.Empty);
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or NotSupportedException or CryptographicException)
        {
            throw new InputException(PackageErrors.CannotVerify(title, exception.Message));
        }
        catch (Exception exception) when (exception is SignatureException or InvalidDataException)
        {
            throw new InputException(PackageErrors.Unsigned(title, exception.Message));
        }

        if (result.IsValid && result.IsSigned)
            return;
        string[] reasons = [.. result.Results.SelectMany(one => one.GetErrorIssues()).Select(issue => issue.Message).Distinct()];
        throw new InputException(PackageErrors.Unsigned(title, reasons.Length == 0 ? "it is not signed" : string.Join(" ", reasons)));
    }
}
