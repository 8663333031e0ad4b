/** Types and meaning are in count-results.d.mts. */
export function countResults(report, status) {
  let passed = 0;
  let failed = 0;
  for (const file of report === undefined ? [] : JSON.parse(report).testResults) {
    const failures = file.assertionResults.filter((test) => test.status === 'failed').length;
    passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    // A file that cannot even be loaded has no failed test, and still is a failure.
    failed += failures === 0 && file.status === 'failed' ? 1 : failures;
  }
  // So are an error outside every test, and a run that was killed.
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}
