/**
 * The task's result, or a refusal after so many milliseconds (the task itself goes on; nobody waits for it).
 * @throws Error `what` took longer
 */
export async function within<T>(maxMs: number, what: string, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${maxMs} ms`)), maxMs)
  })
  try {
    return await Promise.race([task, late])
  } finally {
    clearTimeout(timer)
  }
}
