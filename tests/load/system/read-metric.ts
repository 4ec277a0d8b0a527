/**
 * The value of a metric on a part's Prometheus page, summed over its labels; 0 where there is none of that name.
 * @param label only samples that carry it: `code="4290"`
 */
export async function readMetric(page: string, name: string, label = ''): Promise<number> {
  const response = await fetch(page)
  let sum = 0
  for (const line of (await response.text()).split('\n')) {
    const [, sampleName, labels = '', value] = /^([a-z0-9_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    if (sampleName === name && labels.includes(label)) sum += Number(value)
  }
  return sum
}
